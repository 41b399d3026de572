// The screens in a real Chromium, each showing a room that the test makes up: states that would take
// a whole meeting to reach.
import base from '../../vite.config.ts';

export default {
  ...base,
  test: { include: ['tests/scenes/**/*.test.ts'], testTimeout: 0, hookTimeout: 0 },
};
