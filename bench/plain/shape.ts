import { App } from 'cdk8s';
import { SHAPES } from '../shapes';

const [, , shape = '', size] = process.argv;
const app = new App();
SHAPES[shape]?.(app, Number(size));
app.synth();
