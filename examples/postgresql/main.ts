import { App } from 'cdk8s';
import { PostgreSqlChart } from './chart';

const app = new App();
new PostgreSqlChart(app, 'postgresql');
app.synth();
