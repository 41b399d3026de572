// Browsers that the driver of the other tests does not speak to, each by its own protocol.
import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './limit.ts';

export interface Engine {
  start(): Promise<void>;
  /** Opens a page in a window of its own, of this size. */
  open(link: string, width: number, height: number): Promise<EnginePage>;
  stop(): Promise<void> | void;
}

export abstract class EnginePage {
  /** The script errors that it has met. */
  readonly faults: string[] = [];

  /** The value of an expression in the page. */
  abstract value<Value>(expression: string): Promise<Value>;
  abstract picture(): Promise<Buffer>;

  /** Waits until the page shows a text. */
  shows(text: string): Promise<void> {
    const seen = `(document.body ? document.body.innerText : '').includes(${JSON.stringify(text)})`;
    return until(() => this.value<boolean>(seen));
  }

  /** Clicks the button with this text, once it can be clicked. */
  press(text: string): Promise<void> {
    const pressed = `(() => {
      const button = [...document.querySelectorAll('button')]
        .find(({ innerText }) => innerText.trim() === ${JSON.stringify(text)});
      if (!button || button.getAttribute('aria-disabled') === 'true') return false;
      button.click();
      return true;
    })()`;
    return until(() => this.value<boolean>(pressed));
  }

  /** Keeps a picture where the pictures of all tests go, if they are wanted. */
  async keep(name: string): Promise<void> {
    const folder = process.env.ROSTRUM_PICTURES;
    if (folder) writeFileSync(join(folder, `${name}.png`), await this.picture());
  }
}

/** Commands with their answers, and events: Chromium's protocol and WebDriver BiDi have the same form. */
export class Channel {
  private readonly socket: WebSocket;
  private readonly opened: Promise<unknown>;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private readonly heard: (method: string, params: never) => void;
  private asked = 0;

  constructor(address: string, heard: (method: string, params: never) => void) {
    this.heard = heard;
    this.socket = new WebSocket(address);
    this.opened = new Promise((open) => this.socket.addEventListener('open', open));
    this.socket.addEventListener('message', ({ data }) => {
      const answer = JSON.parse(String(data)) as Answer;
      if (answer.method) this.heard(answer.method, answer.params as never);
      else this.waiting.get(answer.id)?.(answer);
    });
  }

  async ask<Result>(method: string, params: object = {}): Promise<Result> {
    await this.opened;
    const id = ++this.asked;
    const answered = new Promise<Answer>((answer) => this.waiting.set(id, answer));
    this.socket.send(JSON.stringify({ id, method, params }));
    const { result, error, message } = await answered;
    if (error) throw new Error(`${method}: ${JSON.stringify(error)} ${message ?? ''}`);
    return result as Result;
  }
}

interface Answer {
  id: number;
  result?: unknown;
  error?: unknown;
  message?: string;
  method?: string;
  params?: unknown;
}

/** Waits until a program prints this on its standard error, and answers what it matched. */
export async function said(child: ChildProcess, expected: RegExp): Promise<RegExpExecArray> {
  let text = '';
  child.stderr!.setEncoding('utf8').on('data', (more: string) => (text += more));
  await until(() => expected.test(text));
  return expected.exec(text)!;
}
