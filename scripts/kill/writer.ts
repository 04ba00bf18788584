/** A run that `test-kill.ts` kills: one file an object, half of them others than in a run with another text. */
import { ApiObject } from 'cdk8s';
import { App, Layout, Site, StrimziRelease } from '../../src';

const [, , outdir = '', text = '', count] = process.argv;

const app = new App({ outdir, name: 'kill', layout: Layout.filePerObject() });
const site = new Site(app, 'site', { release: StrimziRelease.V1_2, namespace: 'ns' });
const names = Array.from({ length: Number(count) }, (_, index) =>
  index % 4 === 3 ? `${text}-${index}` : `object-${index}`,
);
if (Math.random() < 0.5) names.reverse();
for (const name of names) {
  new ApiObject(site, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { text } });
}
app['announce'] = () => undefined;
process.send?.('begun');
app.synth();
if (process.connected) process.disconnect();
