import { expect, test } from 'vitest';
import { clockTime, dayAndTime, dayOf, longDay } from '$kit/time';

/** 11 April 2018, 09:05 in Geneva. */
const morning = Date.UTC(2018, 3, 11, 7, 5);

test('the time of day is the room’s', () => {
  expect(clockTime(morning, 'Europe/Zurich', 'en')).toBe('09:05');
  expect(clockTime(morning, 'America/New_York', 'fr')).toBe('03:05');
  expect(clockTime(morning, 'Europe/Zurich', 'ar')).toBe('09:05');
  expect(clockTime(Date.UTC(2018, 3, 10, 22, 0), 'Europe/Zurich', 'en')).toBe('00:00');
});

test('a day is written in the language of the reader', () => {
  expect(longDay(morning, 'Europe/Zurich', 'en')).toBe('Wednesday 11 April');
  expect(longDay(morning, 'Europe/Zurich', 'fr')).toBe('mercredi 11 avril');
  expect(longDay(morning, 'Europe/Zurich', 'es')).toBe('miércoles, 11 de abril');
  expect(longDay(morning, 'Europe/Zurich', 'ar')).toBe('الأربعاء، 11 أبريل');
  expect(longDay(morning, 'Europe/Zurich', 'zh')).toBe('4月11日星期三');
  expect(longDay(morning, 'Europe/Zurich', 'ru')).toBe('среда, 11 апреля');
});

test('a day and its time are one phrase of the language', () => {
  expect(dayAndTime(morning, 'Europe/Zurich', 'en')).toBe('Wednesday 11 April at 09:05');
  expect(dayAndTime(morning, 'Europe/Zurich', 'fr')).toBe('mercredi 11 avril à 09:05');
  expect(dayAndTime(morning, 'Europe/Zurich', 'ar')).toBe('الأربعاء، 11 أبريل في 09:05');
  expect(dayAndTime(morning, 'America/New_York', 'zh')).toBe('4月11日星期三 03:05');
});

test('the day changes at the midnight of the room', () => {
  expect(dayOf(Date.UTC(2018, 3, 10, 21, 59), 'Europe/Zurich')).toBe('2018-04-10');
  expect(dayOf(Date.UTC(2018, 3, 10, 22, 0), 'Europe/Zurich')).toBe('2018-04-11');
});
