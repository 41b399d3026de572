// A short meeting in which everything happens that a record has a line for.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { dataFolder, Serving } from './rostrum.ts';

export const long =
  'International Federation of Associations for the Right to an Adequate Standard of Living, Food and Housing';

/** Another day than the one on which it is held, so that every format says the day. */
const day = '2020-01-02';
const sheet = [
  'Room,Date,Start,State,Panellist,Kind,Speaker,Standing,Reason',
  `XXVII,${day},09:00,CU,"${long}",international,Ada Shown,,`,
  ',,,,Passed over,national,,absent,Prevented from travelling',
  ',,,,Withheld,national,Bo Withheld,,',
  ',,,,Erased,national,Cy Erased,,',
  ',,,,"No ""silence"", no speech",national,,absent,',
  ',,,,Silence,national,,absent,',
  ',,,,Read,national,,,',
  '',
].join('\n');

interface Room {
  plates: { delegations: { id: string; title: string }[] };
  floor: { statement?: { id: string } };
  list: { inscriptions: { id: string; delegationId: string; kind: string; status: string }[] };
}

/** Holds the meeting and leaves it closed. */
export async function holdMeeting(t: TestContext): Promise<{ server: Serving; data: string }> {
  const data = dataFolder(t);
  const file = `${data}/programme.csv`;
  writeFileSync(file, sheet);
  const server = await Serving.start(t, data, '--programme', file);
  const chair = server.token('Chair');
  const desk = server.token('Secretariat');
  let sent = 0;
  const does = async (body: object, token = chair, device = '') => {
    sent += 1;
    const answer = await fetch(`${server.origin}/api/v1/rooms/xxvii/commands`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, ...(device && { 'rostrum-device': device }) },
      body: JSON.stringify({ id: `command-${sent}`, ...body }),
    });
    const text = await answer.text();
    assert.equal(answer.status, 200, `${JSON.stringify(body)}: ${text}`);
    return (JSON.parse(text) as { revision: string }).revision;
  };
  const room = async () => {
    const answer = await server.get('/api/v1/rooms/xxvii', chair);
    return ((await answer.json()) as { room: Room }).room;
  };
  const agenda = (await (await server.get('/api/v1/rooms/xxvii', chair)).json()) as {
    room: { agenda: { meetings: { id: string }[] } };
  };
  const meetingId = agenda.room.agenda.meetings[0]!.id;
  const plates = (await room()).plates.delegations;
  const plate = (title: string) => plates.find((one) => one.title === title)!.id;
  const entry = async (delegationId: string) =>
    (await room()).list.inscriptions.find(
      (one) => one.delegationId === delegationId && one.status === 'INSCRIPTION_STATUS_WAITING',
    )!.id;
  const ending = async () => ({ endingStatementId: (await room()).floor.statement?.id ?? '0' });
  const statement = async () => ({ statementId: (await room()).floor.statement!.id });
  const next = async () => does({ next: await ending() });
  const empty = async (title: string, silenceMs: number) =>
    does({
      honourEmptyChair: {
        inscriptionId: await entry(plate(title)),
        silenceMs: String(silenceMs),
        ...(await ending()),
      },
    });

  await does({ openMeeting: { meetingId } });
  await does({ declineStatement: { inscriptionId: await entry(plates[0]!.id) } });
  await next();
  // A slip: none of it is on the list of what happened.
  const slip = await next();
  await does({ undo: { revision: slip } });
  await does({ suspendMeeting: { meetingId, resumesAtUnixMs: String(Date.now() + 600_000) } });
  await does({ resumeMeeting: { meetingId } });
  await next();
  await next();
  await empty('No "silence", no speech', 0);
  await empty('Silence', 30_000);
  await does({
    haveStatementRead: { delegationId: plate('Read'), readerDelegationId: plate(long) },
  });
  await does({
    giveFloor: { inscriptionId: await entry(plate('Read')), ...(await ending()) },
  });
  await does({ endStatement: await statement() });

  await does({ enterRoll: { stateCodes: ['BR', 'NO', 'CL'] } });
  for (const [delegationId, addressedTo] of [
    ['mission-br', [plate(long), plate('Erased')]],
    ['mission-no', []],
    ['mission-cl', []],
  ])
    await does({ inscribe: { delegationId, kind: 'INSCRIPTION_KIND_QUESTION', addressedTo } });
  await next();
  await does({ yield: { ...(await statement()), inscriptionId: await entry('mission-no') } });
  await does({
    raisePointOfOrder: {
      delegationId: plates[0]!.id,
      interruptingStatementId: (await statement()).statementId,
    },
  });
  await does({
    ruleOnPointOfOrder: {
      ...(await statement()),
      ruling: 'RULING_REJECTED',
      text: 'It is no point of order.',
    },
  });
  await does({ endStatement: await statement() });
  await does({ beginAnswers: { delegationIds: [plate(long)], budgetMs: '240000' } });
  await next();
  await does({ endStatement: await statement() });

  // The fourth phone of one address waits to be allowed: its Mission is not on the roll.
  await does({ openQuestions: {} });
  const phones = server.token('Missions');
  for (const [i, code] of ['fj', 'ga', 'ge', 'gh'].entries())
    await does(
      { requestFloor: { delegationId: `mission-${code}`, kind: 'INSCRIPTION_KIND_QUESTION' } },
      phones,
      `phone-0000-0000-000${i}`,
    );
  await does({ closeMeeting: { meetingId } });
  const [withheld, erased] = ['Withheld', 'Erased'].map((title) => ({
    meetingId,
    delegationId: plate(title),
  }));
  await does({ withholdName: withheld }, desk);
  await does({ withholdName: erased }, desk);
  await does({ eraseName: erased }, desk);
  return { server, data };
}
