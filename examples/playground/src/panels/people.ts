// The tab 人员: who is named, with which posts, and what they did; then the groups.
import type { Person } from 'gongwen';
import { appendAll, element } from '../dom.js';
import { roleName } from '../labels.js';
import { either, say } from '../language.js';
import { linked, type Panel } from './panel.js';

export const people: Panel = {
  name: 'people',
  count: ({ reading }) => reading.document.people.length,
  render(place, { reading: { document: read } }) {
    const words = say();
    if (read.people.length + read.groups.length === 0) return place.append(element('p', { class: 'empty' }, words.no_people));
    if (read.people.length > 0) {
      const list = element('ul', { class: 'people' });
      appendAll(list, read.people, card);
      place.append(list);
    }
    if (read.groups.length > 0) {
      const list = element('ul', { class: 'people groups' });
      appendAll(list, read.groups, (group) => {
        const size = group.count === null ? '' : either(`${group.count}${group.approximate ? '余' : ''}人`, `${group.approximate ? 'over ' : ''}${group.count}`);
        return linked(
          element('li', {}, element('button', { type: 'button', class: 'go' }, group.text), ' ', role(group.role), size && element('small', {}, size)),
          [group.span],
        );
      });
      place.append(element('h2', {}, words.unnamed), list);
    }
  },
};

function card(person: Person): HTMLElement {
  const words = say();
  const posts = person.posts.map((post) => linked(element('li', {}, post.text), [post.span]));
  return linked(
    element(
      'li',
      {},
      element('button', { type: 'button', class: 'go name' }, person.name.text),
      ' ',
      ...person.roles.map(role),
      element('small', { class: 'mentions', title: words.mentions }, words.times(person.mentions.length)),
      posts.length > 0 && element('ul', { class: 'posts', 'aria-label': words.posts }, ...posts),
    ),
    person.mentions,
  );
}

const role = (of: Person['roles'][number]): HTMLElement => element('span', { class: `role role-${of}` }, roleName(of));
