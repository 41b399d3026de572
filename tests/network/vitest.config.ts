// network_simulator runs this on the tablets' side of its wire.
import base from '../../vite.config.ts';

export default {
  ...base,
  test: { include: ['tests/network/**/*.test.ts'], testTimeout: 0, hookTimeout: 0 },
};
