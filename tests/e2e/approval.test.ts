// A further phone of a Mission waits, until the secretariat or the chair decides on it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faults, launch, open, picture, sizes } from './browser.ts';
import { scan } from './phones.ts';
import { ask, command, snapshot } from './room.ts';
import { tap } from './screens.ts';
import { Server } from './server.ts';

const waits = /The chair must allow this phone first\. Your request is kept/;

test('the secretariat allows the second phone of a Mission, the chair shuts out the third', async (t) => {
  const server = new Server();
  t.after(() => server.remove());
  const links = await server.start();
  const browser = await launch();
  t.after(() => browser.close());
  const { agenda } = (await snapshot(links.chair)).room;
  await command(links.chair, { openMeeting: { meetingId: agenda.currentMeetingId } });
  await command(links.chair, { openQuestions: {} });
  const { url } = await ask<{ url: string }>(links.display, '/floor-link');
  const chair = await open(browser, links.chair, sizes.tablet);
  const secretariat = await open(browser, links.secretariat, sizes.lectern);
  await secretariat.getByRole('navigation').getByRole('button', { name: 'Screens' }).click();
  const settings = secretariat.getByRole('region', { name: 'How delegations ask for the floor' });

  const first = await scan(browser, url, 'Chile');
  await tap(first.page, 'We are in the room');
  const second = await scan(browser, url, 'Chile');
  await tap(second.page, 'Ask for the floor');
  await second.page.getByText(waits).waitFor();
  await settings.getByText('A phone wants to ask for Chile').waitFor();
  await picture(secretariat, 'secretariat-phone-waits');
  await settings.getByRole('button', { name: 'Allow: Chile' }).click();
  // What was asked before is not lost: the phone sends it by itself.
  await second.page.getByText('Requested; the chair has not accepted it yet.').waitFor();

  const third = await scan(browser, url, 'Chile');
  await tap(third.page, 'Right of reply');
  await third.page.getByText(waits).waitFor();
  await tap(chair, /^Requests\s*2/);
  await chair.getByText('A phone wants to ask for Chile').waitFor();
  await tap(chair, /^Shut out/);
  await third.page.getByText('The podium has shut this phone out for this meeting.').waitFor();
  await settings.getByText('A phone that asked for Chile is shut out').waitFor();
  await picture(secretariat, 'secretariat-phone-shut-out');
  for (const page of [chair, secretariat, first.page, second.page, third.page])
    assert.deepEqual(faults(page), []);
});
