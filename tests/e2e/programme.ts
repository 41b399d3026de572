// Programmes for the stories that need another than the demonstration, held now, at midday.

export interface Programme {
  title: string;
  rooms: { id: string; name: string; timeZone: string; meetings: Meeting[] }[];
}

export interface Meeting {
  id: string;
  state: { code: string; name: string };
  startsAt: string;
  endsAt: string;
  panel: { id: string; kind: string; title: string; allottedS: number }[];
}

const minuteMs = 60_000;

/** The whole minute that it is now. */
export const thisMinute = Math.floor(Date.now() / minuteMs) * minuteMs;

/** Where it is about noon: no story runs over midnight, whenever it is run. (`GMT+5` is west.) */
const west = new Date().getUTCHours() - 12;
const timeZone = `Etc/GMT${west < 0 ? west : `+${west}`}`;

/** What a clock in the rooms shows in `minutes`. */
export function clock(minutes: number, fromMs = thisMinute): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeStyle: 'short',
    timeZone,
  }).format(fromMs + minutes * minuteMs);
}

/** A meeting with a panel of two, planned from and to these minutes from now. */
export function meeting(code: string, name: string, from: number, to: number): Meeting {
  const at = (minutes: number) => new Date(thisMinute + minutes * minuteMs).toISOString();
  return {
    id: code.toLowerCase(),
    state: { code, name },
    startsAt: at(from),
    endsAt: at(to),
    panel: ['housing', 'education'].map((theme) => ({
      id: theme,
      kind: 'DELEGATION_KIND_NATIONAL_CSO',
      title: `National CSO: ${theme} in ${name}`,
      allottedS: 360,
    })),
  };
}

export function programme(
  ...rooms: [id: string, name: string, ...meetings: Meeting[]][]
): Programme {
  return {
    title: 'For a story',
    rooms: rooms.map(([id, name, ...meetings]) => ({
      id,
      name,
      timeZone,
      meetings,
    })),
  };
}
