import { App } from 'cdk8s-stateful';
import { NginxWithStorageChart } from './chart';

const app = new App();
new NginxWithStorageChart(app, 'nginx-with-storage');
app.synth();
