import { expect, test } from 'vitest';
import { Edits } from '../../../clients/secretariat/edits.svelte';
import type { MeetingDraft } from '../../../clients/secretariat/model/draft';

const cuba: MeetingDraft = {
  id: 'cuba',
  stateCode: 'CU',
  stateName: 'Cuba',
  day: '2018-04-12',
  from: '11:00',
  to: '12:00',
  hardStop: '',
  surTime: '2:00',
  panel: [],
};

test('what was typed is there again after another meeting was looked at', () => {
  const edits = new Edits();
  edits.select('cuba', cuba);
  edits.open!.draft.to = '12:15';
  edits.select('chad', { ...cuba, id: 'chad' });
  expect(edits.open!.dirty).toBe(false);
  edits.select('cuba', cuba);
  expect(edits.open!.draft.to).toBe('12:15');
  expect(edits.anyDirty).toBe(true);
});

test('a change by somebody else is reported, and overwrites nothing that was typed', () => {
  const edits = new Edits();
  edits.select('cuba', cuba);
  const edit = edits.open!;
  edit.draft.to = '12:15';
  const theirs = { ...cuba, surTime: '1:00' };
  edits.follow(() => theirs);
  expect(edit.theirs).toEqual(theirs);
  expect(edit.draft.to).toBe('12:15');

  edit.keepMine();
  edits.follow(() => theirs);
  expect(edit.theirs).toBeUndefined();
  expect(edit.draft).toMatchObject({ to: '12:15', surTime: '2:00' });
  expect(edit.dirty).toBe(true);

  edit.take(theirs);
  expect(edit.draft).toMatchObject({ to: '12:00', surTime: '1:00' });
  expect(edit.dirty).toBe(false);
});

test('a form that nobody typed into follows the programme', () => {
  const edits = new Edits();
  edits.select('cuba', cuba);
  edits.follow(() => ({ ...cuba, from: '10:30' }));
  expect(edits.open!.draft.from).toBe('10:30');
  expect(edits.open!.theirs).toBeUndefined();
});

test('a meeting that somebody cancelled is reported as gone', () => {
  const edits = new Edits();
  edits.select('cuba', cuba);
  edits.follow(() => undefined);
  expect(edits.open!.gone).toBe(true);
});

test('a new meeting is under its id once it is saved, and is new no more', () => {
  const edits = new Edits();
  edits.begin({ ...cuba, id: '' });
  const key = edits.selected;
  edits.follow(() => undefined);
  expect(edits.open).toMatchObject({ isNew: true, gone: false, dirty: true });
  edits.saved(key, cuba);
  expect(edits.selected).toBe('cuba');
  expect(edits.open).toMatchObject({ isNew: false, dirty: false });
});

test('two new meetings can be edited at the same time', () => {
  const edits = new Edits();
  edits.begin({ ...cuba, id: '' });
  edits.begin({ ...cuba, id: '' });
  expect(edits.all.size).toBe(2);
  edits.drop(edits.selected);
  expect(edits.open).toBeUndefined();
  expect(edits.all.size).toBe(1);
});
