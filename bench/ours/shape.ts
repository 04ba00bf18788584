import { App } from '../../src';
import { SHAPES } from '../shapes';

const [, , shape = '', size] = process.argv;
const app = new App();
SHAPES[shape]?.(app, Number(size));
app.synth();
