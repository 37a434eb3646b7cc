import { App } from 'cdk8s';
import { NginxWithStorageChart } from './chart';

const app = new App();
new NginxWithStorageChart(app, 'nginx-with-storage');
app.synth();
