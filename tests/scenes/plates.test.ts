// The plates of the display are read from the last row: ten names as long as organisations have them, in
// several languages, at every shape of screen. Their size is measured in the browser.
import { clone } from '@bufbuild/protobuf';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, picture } from '../e2e/browser.ts';
import { checkScreen } from './check_screen.ts';
import { T0, entry, room, rooms, statement, statements, withPlate } from './rooms.ts';
import { ScriptedScreen } from './scripted_screen.ts';
import {
  Course,
  DelegationKind,
  InscriptionKind,
  InscriptionStatus,
  RoomSchema,
  Standing,
} from '$proto/room_pb';
import { Role } from '$proto/table_pb';

const sizes = {
  hd: { width: 1920, height: 1080 },
  '720': { width: 1280, height: 720 },
  '4-3': { width: 1024, height: 768 },
  '21-9': { width: 2560, height: 1080 },
};

/** Descriptions that are as long as names are, so that no name is taken for a real one. */
const names: Record<string, string[]> = {
  german: [
    'Nationaler Antidiskriminierungsverband',
    'Nationales Menschenrechtsinstitut',
    'Flüchtlingshilfsorganisation: Unterbringung',
    'Behindertenrechtsorganisation: Barrierefreiheit',
    'Frauenrechtsorganisation: Gewaltschutz',
    'Kinderrechtsorganisation: Bildungsgerechtigkeit',
    'Arbeitnehmerorganisation: Mitbestimmung',
    'Umweltschutzorganisation: Trinkwasserversorgung',
    'Gefangenenhilfsorganisation: Untersuchungshaft',
    'Informationsfreiheitsgesellschaft',
  ],
  english: [
    'National coalition against racial discrimination and xenophobia',
    'Commission on human rights and administrative justice',
    'International federation of associations of persons with disabilities',
    'Network of organisations of indigenous women and girls',
    'Centre for the study of violence and reconciliation',
    'Alliance for the freedom of expression and of the media',
    'Association for the prevention of torture and ill-treatment',
    'Union of organisations for the rights of the child',
    'Forum of internally displaced persons and refugees',
    'Committee for the abolition of the death penalty',
  ],
  french: [
    'Coalition nationale contre la discrimination raciale et la xénophobie',
    'Commission nationale consultative des droits de l’homme',
    'Fédération internationale des associations de personnes handicapées',
    'Réseau des organisations de femmes autochtones',
    'Centre d’études sur la violence et la réconciliation',
    'Alliance pour la liberté d’expression et des médias',
    'Association pour la prévention de la torture et des mauvais traitements',
    'Union des organisations pour les droits de l’enfant',
    'Forum des personnes déplacées à l’intérieur du pays',
    'Comité pour l’abolition de la peine de mort',
  ],
  russian: [
    'Национальная коалиция против расовой дискриминации и ксенофобии',
    'Уполномоченный по правам человека',
    'Международная федерация объединений людей с инвалидностью',
    'Сеть организаций женщин коренных народов',
    'Центр изучения насилия и примирения',
    'Союз за свободу выражения мнений и средств массовой информации',
    'Объединение за предотвращение пыток и жестокого обращения',
    'Союз организаций по защите прав ребенка',
    'Форум внутренне перемещенных лиц и беженцев',
    'Комитет за отмену смертной казни',
  ],
  arabic: [
    'الائتلاف الوطني لمناهضة التمييز العنصري وكراهية الأجانب',
    'اللجنة الوطنية لحقوق الإنسان',
    'الاتحاد الدولي لجمعيات الأشخاص ذوي الإعاقة',
    'شبكة منظمات نساء الشعوب الأصلية',
    'مركز دراسات العنف والمصالحة',
    'التحالف من أجل حرية التعبير ووسائط الإعلام',
    'رابطة منع التعذيب وسوء المعاملة',
    'اتحاد منظمات حقوق الطفل',
    'منتدى المشردين داخليا واللاجئين',
    'لجنة إلغاء عقوبة الإعدام',
  ],
  chinese: [
    '全国反对种族歧视和仇外心理联盟',
    '国家人权委员会',
    '国际残疾人协会联合会',
    '土著妇女和女童组织网络',
    '暴力与和解研究中心',
    '表达自由与媒体自由联盟',
    '防止酷刑和虐待协会',
    '儿童权利组织联合会',
    '境内流离失所者和难民论坛',
    '废除死刑委员会',
  ],
};

function tenOf(titles: readonly string[]) {
  return room(Course.OPEN, {
    floor: statement('p-3', 83_000),
    plates: {
      delegations: titles.map((title, i) => ({
        id: `p-${i}`,
        kind: DelegationKind.NATIONAL_CSO,
        title,
        standing: i === 7 ? Standing.ABSENT : Standing.PRESENT,
      })),
    },
    list: {
      inscriptions: titles.map((_, i) =>
        entry(
          `p-${i}`,
          InscriptionKind.PANEL_STATEMENT,
          i < 2
            ? InscriptionStatus.SPOKEN
            : i === 2
              ? InscriptionStatus.DECLINED
              : i === 3
                ? InscriptionStatus.SPEAKING
                : InscriptionStatus.WAITING,
        ),
      ),
    },
  });
}

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const open = (of: typeof rooms.speaking, size: { width: number; height: number }, address = '') =>
  ScriptedScreen.open(browser, of!, () => T0, { ...size, address });

/** The sizes of the titles in pixels, smallest first; and those that are cut. */
const titlesOn = ({ page }: ScriptedScreen) =>
  page.evaluate(() => {
    const plates = [...document.querySelectorAll<HTMLElement>('footer li')];
    const size = (plate: HTMLElement) => parseFloat(getComputedStyle(plate).fontSize);
    return {
      smallest: Math.min(...plates.map(size)),
      cut: plates.filter(({ dataset }) => 'tight' in dataset).map((plate) => plate.innerText),
    };
  });

for (const [shape, size] of Object.entries(sizes)) {
  test(`ten plates are legible: ${shape}`, async () => {
    const least = (24 * size.height) / 1080;
    const screen = await open(rooms.speaking, size, 'lang=en&lang2=');
    const found: string[] = [];
    for (const [language, titles] of Object.entries(names)) {
      await screen.show(tenOf(titles));
      await picture(screen.page, `plates-${language}-${shape}`);
      const { smallest, cut } = await titlesOn(screen);
      if (process.env.ROSTRUM_PICTURES) console.log(shape, language, smallest);
      if (smallest < least) found.push(`${language} ${smallest}`);
      expect(cut, language).toEqual([]);
      await checkScreen(screen, `${language} ${shape}`, { axe: false });
    }
    expect(found).toEqual([]);
    await screen.close();
  });
}

test('a short title stands on the plate instead of the long one', async () => {
  const screen = await open(rooms.longest, sizes.hd);
  const title = names.german![5]!;
  await screen.show(
    room(Course.OPEN, { plates: withPlate('food', { title, shortTitle: 'Kinderrechte' }) }),
  );
  await screen.page.locator('footer').getByText('Kinderrechte', { exact: true }).waitFor();
  expect(await screen.page.locator('footer').innerText()).not.toContain('Bildung');
  await screen.close();
});

test('forty plates fit', async () => {
  const screen = await open(rooms.forty, sizes.hd);
  const { smallest, cut } = await titlesOn(screen);
  expect(cut).toEqual([]);
  expect(smallest).toBeGreaterThan(16);
  await screen.close();
});

test('a plate shows whether it was heard, declined or waits', async () => {
  const { SUR_STATEMENT, PANEL_STATEMENT } = InscriptionKind;
  const { SPOKEN, DECLINED, WAITING } = InscriptionStatus;
  const screen = await open(
    room(Course.OPEN, {
      list: {
        inscriptions: [
          entry('sur', SUR_STATEMENT, DECLINED),
          entry('food', PANEL_STATEMENT, SPOKEN),
          ...statements.slice(2).map((one) => ({ ...one, status: WAITING })),
        ],
      },
    }),
    sizes.hd,
  );
  const plates = screen.page.locator('footer li');
  const says = async (i: number) => ({
    text: (await plates.nth(i).innerText()).replace(/[\s\u00ad]+/g, ' '),
    heard: await plates.nth(i).getByRole('img', { name: 'Has spoken' }).count(),
  });
  expect(await says(0)).toEqual({ text: 'Cuba Makes no statement', heard: 0 });
  expect(await says(1)).toEqual({ text: 'National CSO: right to food', heard: 1 });
  expect(await says(3)).toEqual({ text: 'International CSO: women’s rights', heard: 0 });
  await picture(screen.page, 'plates-progress');
  await screen.close();
});

test('an answer says whose question it is for', async () => {
  const screen = await open(rooms.answer, sizes.hd);
  await screen.page.getByText(/Answer 2 of 3 · question by .?Netherlands/).waitFor();
  await screen.close();
});

for (const [shape, size] of Object.entries(sizes)) {
  test(`a long name of the room never cuts the State's: ${shape}`, async () => {
    const long = clone(RoomSchema, rooms.speaking!);
    long.agenda!.roomName =
      'Salle des droits de l’homme et de l’alliance des civilisations (salle XX)';
    long.meeting!.state!.code = 'BO';
    const screen = await open(long, size, 'lang=en&lang2=fr');
    await picture(screen.page, `header-${shape}`);
    const seen = await screen.page.locator('header').evaluate((header) => {
      const state = header.querySelector('strong')!.getBoundingClientRect();
      const place = header.querySelector('.place')!.getBoundingClientRect();
      return { inside: state.left >= place.left - 1 && state.right <= place.right + 1 };
    });
    expect(seen).toEqual({ inside: true });
    await screen.close();
  });
}

test('a long Arabic title is not clipped: it has no ink outside its box', async () => {
  // Nothing moves between two pictures.
  const paused = statement('women', 0, { runningSinceUnixMs: 0n, elapsedBeforeMs: 83_000n });
  const words = `${names.arabic![0]} ${names.arabic![2]} ${names.arabic![5]}`.split(' ');
  const screen = await open(rooms.speaking, { width: 1024, height: 768 }, 'lang=ar&lang2=');
  const { page } = screen;
  const around = async (box: string) => {
    const { x, y, width, height } = (await page.locator(box).boundingBox())!;
    return page.screenshot({ clip: { x, y: y - 9, width, height: height + 18 } });
  };
  const overflow = (box: string, value: string) =>
    page.locator(box).evaluate((box, value) => (box.style.overflow = value), value);
  const clipped: string[] = [];
  const lines = new Set<number>();
  // Titles of all lengths, so that some fill their box; each ends in letters that reach far down.
  for (let count = 5; count <= words.length; count++) {
    const title = `${words.slice(0, count).join(' ')} والتجمع في الخارج`;
    const plates = withPlate('women', { title });
    await screen.show(room(Course.OPEN, { floor: paused, plates }));
    lines.add(
      await page
        .locator('h1 bdi > span')
        .evaluate((title) => new Set([...title.getClientRects()].map(({ top }) => top)).size),
    );
    for (const box of ['h1', 'li.speaking']) {
      const before = await around(box);
      await overflow(box, 'visible');
      if (!(await around(box)).equals(before)) clipped.push(`${box} ${count}`);
      await overflow(box, '');
    }
    if (count === 12) await picture(page, 'arabic-two-lines');
  }
  expect(clipped).toEqual([]);
  expect([...lines]).toContain(2);
  await screen.close();
});

test('the whole room does not read that the clock of its display is not verified', async () => {
  const slow = { ...sizes.hd, script: slowClock };
  const display = await ScriptedScreen.open(browser, rooms.speaking!, () => T0, slow);
  // The lectern is opened later, and is to say so.
  const shown = { ...slow, path: '/speaker/', role: Role.SPEAKER };
  const lectern = await ScriptedScreen.open(browser, rooms.speaking!, () => T0, shown);
  await lectern.page.getByText('Clock not verified').waitFor();
  expect(await display.page.locator('body').innerText()).not.toContain('Clock not verified');
  await Promise.all([display.close(), lectern.close()]);
});

/** A clock by which every answer takes half a second. */
function slowClock() {
  let now = 0;
  performance.now = () => (now += 500);
}
