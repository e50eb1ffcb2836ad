import assert from 'node:assert/strict';
import { partsOfBundle } from '../../bench/bundleParts';

const metafile = {
  outputs: {
    'dist/extension.js': {
      bytes: 1000,
      inputs: {
        'src/extension.ts': { bytesInOutput: 50 },
        'src/api/client.ts': { bytesInOutput: 100 },
        'src/api/paging.ts': { bytesInOutput: 20 },
        'node_modules/@scope/name/dist/main.js': { bytesInOutput: 400 },
        'node_modules/outer/node_modules/inner/index.js': { bytesInOutput: 300 },
      },
    },
  },
};

describe('the parts of the bundle', () => {
  it('are the packages, the folders of src, and what esbuild adds, largest first', () => {
    assert.deepEqual(partsOfBundle(metafile, 'dist/extension.js'), {
      bytes: 1000,
      parts: [
        { name: '@scope/name', bytes: 400 },
        { name: 'inner', bytes: 300 },
        { name: 'what joins the files', bytes: 130 },
        { name: 'src/api', bytes: 120 },
        { name: 'src/extension.ts', bytes: 50 },
      ],
    });
  });
});
