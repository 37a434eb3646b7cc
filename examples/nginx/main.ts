import { App } from 'cdk8s';
import { NginxChart } from './chart';

const app = new App();
new NginxChart(app, 'nginx');
app.synth();
