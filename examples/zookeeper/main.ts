import { App } from 'cdk8s';
import { ZooKeeperChart } from './chart';

const app = new App();
new ZooKeeperChart(app, 'zookeeper');
app.synth();
