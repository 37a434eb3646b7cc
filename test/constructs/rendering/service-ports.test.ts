import { Protocol, type ContainerPort } from 'cdk8s-plus-28';
import { servicePortsOf } from '../../../lib/constructs/rendering/service-ports';

const { TCP, UDP, SCTP } = Protocol;

it.each<{ case: string; containers: ContainerPort[]; service: object[] }>([
  { case: 'no ports', containers: [], service: [] },
  { case: 'one port without a name', containers: [{ number: 80 }], service: [{ port: 80 }] },
  {
    case: 'several ports, of which some have no name',
    containers: [{ number: 80, name: 'http' }, { number: 443 }, { number: 53, protocol: UDP }],
    service: [
      { name: 'http', port: 80 },
      { name: 'tcp-443', port: 443 },
      { name: 'udp-53', port: 53, protocol: 'UDP' },
    ],
  },
  {
    case: 'one port in two containers',
    containers: [
      { number: 80, name: 'http' },
      { number: 80, protocol: TCP, name: 'http' },
    ],
    service: [{ name: 'http', port: 80 }],
  },
  {
    case: 'one number under two protocols',
    containers: [{ number: 53 }, { number: 53, protocol: UDP }, { number: 53, protocol: SCTP }],
    service: [
      { name: 'tcp-53', port: 53 },
      { name: 'udp-53', port: 53, protocol: 'UDP' },
      { name: 'sctp-53', port: 53, protocol: 'SCTP' },
    ],
  },
])('renders $case', ({ containers, service }) => {
  expect(JSON.parse(JSON.stringify(servicePortsOf(containers)))).toEqual(service);
});
