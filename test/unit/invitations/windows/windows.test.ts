import fc from 'fast-check';
import { Computer } from './computer';
import { story } from './stories';
import { checkTruth, watchLinks } from './truth';

/** `PROLIFIC_STORIES=20000 npx mocha out/test/unit/invitations/windows` runs more of them. */
const stories = Number(process.env['PROLIFIC_STORIES'] ?? 150);

describe('Sending in several windows, despite sign-outs, crashes, sleep, clock changes, and secret storage failures', () => {
  it('sends no unwanted email, loses no link, and leaves nobody without a true outcome', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (of) => {
        const computer = new Computer(of);
        watchLinks(computer);
        await computer.live();
        await computer.comeToAnEnd();
        checkTruth(computer);
      }),
      { numRuns: stories, endOnFailure: process.env['PROLIFIC_STORIES_SHRINK'] === 'no' },
    );
  }).timeout(stories * 200 + 20_000);
});
