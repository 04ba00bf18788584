export {
  clientContainer,
  contractDemands,
  defaultImage,
  describeClient,
  loginDemands,
  mountedAs,
  mountedSecrets,
  readClientEnvironment,
  tellable,
  usualTracing,
  usualUser,
  withoutLoginVariables,
  writeClientEnvironment,
} from './contracts';
export { besideIn } from './beside';
export { brokerLogin } from './broker-login';
export { clientSettings } from './client-settings';
export { operatorLogin } from './operator-login';
export { wireWorkload } from './wire-workload';
export { contractFaults, workloadFaults } from './workload-faults';
