import { init, parse } from 'gongwen';
import { createParser } from 'gongwen/worker';

const text = '5月18日下午，青山管理局召开安全生产动员大会。局长林晓峰主持会议。会议强调，各单位要落实责任。';
const show = (id, read) => {
  document.querySelector(id).textContent = read.people.map((person) => person.name.text).join('、');
};

await init();
show('#main', parse(text));

const parser = createParser();
show('#worker', await parser.parse(text, { signal: AbortSignal.timeout(10_000) }));
