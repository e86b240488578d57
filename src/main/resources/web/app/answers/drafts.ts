import {type Change, changes, concerns} from '../client/changes';
import {request} from '../client/request';
import {session} from '../client/session';
import {removeKept} from '../client/storage';
import {type AnswerFragment, MyAnswerDocument, SaveAnswerDocument} from '../generated/graphql';
import {type Content, partsOf, PARTS, type Star} from './content';
import {Draft, type Kept, NOTHING, type Service, type Store, type Version} from './draft';

const PREFIX = 'answer';

let page: string | undefined;

/** Names this page among those of the browser. The page has the lock of its name while it is open. */
function thisPage(): string {
  if (!page) {
    page = crypto.randomUUID();
    void navigator.locks.request(page, () => new Promise(() => {}));
  }
  return page;
}

const drafts = new Map<string, Draft>();
const shown = new Set<Draft>();

/** The draft of the answer to a question, for an editor that closes it. */
export function openDraft(question: string): Draft {
  const draft = draftOf(question);
  shown.add(draft);
  return draft;
}

/** The draft of an editor that is left lives on until everything is saved. */
export function closeDraft(draft: Draft): void {
  shown.delete(draft);
  void draft.flush();
}

function draftOf(question: string): Draft {
  let draft = drafts.get(question);
  if (!draft) {
    draft = new Draft(service(question), store(question));
    drafts.set(question, draft);
    draft.addEventListener('change', forgetSaved);
    void draft.refresh();
  }
  return draft;
}

function forgetSaved(): void {
  for (const [question, draft] of drafts) {
    if (draft.settled && !shown.has(draft)) {
      drafts.delete(question);
    }
  }
}

/** Saves what earlier pages have kept on this device. */
export function resume(): void {
  Object.keys(localStorage)
    .filter((key) => key.startsWith(`${PREFIX}:`))
    .forEach((key) => draftOf(key.split(':')[2]!));
}

changes.addEventListener('change', (event) => {
  const {detail} = event as CustomEvent<Change>;
  if (session.loggedIn && concerns(detail, ['ANSWER'])) {
    const changed = detail.node?.id ?? detail.deletedId;
    const concerned = [...drafts.values()].filter(({base}) => !changed || !base.id || base.id === changed);
    concerned.forEach((draft) => void draft.refresh());
  }
});

session.addEventListener('change', () => {
  if (!session.loggedIn) {
    drafts.clear();
    shown.clear();
  }
});

/** Forgets what a user has left on this device. */
export const forgetDrafts = (user: string) => removeKept(`${PREFIX}:${user}:`);

const saveAll = () => drafts.forEach((draft) => void draft.flush());
addEventListener('online', saveAll);
addEventListener('pagehide', saveAll);
document.addEventListener('visibilitychange', saveAll);

function store(question: string): Store {
  const prefix = (user: string) => `${PREFIX}:${user}:${question}:`;
  return {
    keep(user: string, kept?: Kept): void {
      if (kept) {
        localStorage.setItem(prefix(user) + thisPage(), JSON.stringify(kept));
      } else {
        localStorage.removeItem(prefix(user) + thisPage());
      }
    },
    async find(user: string): Promise<() => Kept | undefined> {
      const {held = []} = await navigator.locks.query();
      const open = new Set(held.map(({name}) => prefix(user) + name));
      return () => {
        const key = Object.keys(localStorage).find((candidate) => candidate.startsWith(prefix(user)) && !open.has(candidate));
        const text = key && localStorage.getItem(key);
        if (!text) {
          return undefined;
        }
        localStorage.setItem(prefix(user) + thisPage(), text);
        localStorage.removeItem(key);
        return JSON.parse(text) as Kept;
      };
    },
  };
}

function service(questionId: string): Service {
  return {
    async read() {
      const {viewer} = await request(MyAnswerDocument, {question: questionId});
      return {user: viewer!.id, answer: versionOf(viewer!.savedAnswers!.nodes[0])};
    },
    async save(content, base) {
      const star = partsOf(content);
      const text = star ? {star: Object.fromEntries(PARTS.map((part) => [part, star[part] || null]))} : {body: content.body};
      const input = {questionId, answerId: base.id, expectedVersion: base.version, status: content.status, ...text};
      const {savedAnswer, userErrors} = (await request(SaveAnswerDocument, {input})).saveAnswer;
      if (userErrors.some(({code}) => code === 'CONFLICT')) {
        return 'CONFLICT';
      }
      return savedAnswer ? versionOf(savedAnswer) : userErrors;
    },
  };
}

function versionOf(answer: AnswerFragment | undefined): Version {
  return answer
    ? {id: answer.id, version: answer.version, content: contentOf(answer), stale: answer.stale}
    : NOTHING;
}

type Stored = Pick<AnswerFragment, 'status' | 'body'> & {star: {[Name in keyof Star]: string | null} | null};

export function contentOf({status, body, star}: Stored): Content {
  const parts = star && {
    situation: star.situation ?? '',
    task: star.task ?? '',
    action: star.action ?? '',
    result: star.result ?? '',
  };
  return {status, body: body ?? '', star: parts};
}
