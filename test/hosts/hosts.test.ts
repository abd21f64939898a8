import { CHANNELS } from '../contracts/channels.js';
import { describeHost } from '../contracts/host-contract.js';

CHANNELS.forEach(describeHost);
