import { App } from 'cdk8s';
import { CassandraChart } from './chart';

const app = new App();
new CassandraChart(app, 'cassandra');
app.synth();
