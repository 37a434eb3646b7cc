import { App } from 'cdk8s';
import { KafkaChart } from './chart';

const app = new App();
new KafkaChart(app, 'kafka');
app.synth();
