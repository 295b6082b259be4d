// A plugin for markdown-it. Links between pages of the site lead to the HTML pages. Links to other files and folders of the repository lead to its website.
// A link to a file that does not exist stops the build.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

export default (md, { root, pages, pictures, repository, branch }) => {
  const follow = (source, href) => {
    if (/^([a-z][a-z0-9+.-]*:|#)/i.test(href)) {
      return href;
    }
    const [file, ...fragment] = href.split('#');
    const target = path.posix.join(path.posix.dirname(source), decodeURI(file)).replace(/\/$/, '');
    const page = pages.get(target) ?? pages.get(`${target}/README.md`);
    const end = ['', ...fragment].join('#');
    if (page) {
      return path.posix.relative(path.posix.dirname(pages.get(source)), page) + end;
    }
    if (pictures.includes(target)) {
      return href;
    }
    if (target.startsWith('..') || !existsSync(path.join(root, target))) {
      throw new Error(`${source} links to ${href}, which does not exist`);
    }
    const kind = statSync(path.join(root, target)).isDirectory() ? 'tree' : 'blob';
    return `${repository}/${kind}/${branch}/${encodeURI(target)}${end}`;
  };
  md.core.ruler.push('pollhttp-links', ({ tokens, env }) => {
    for (const { children } of tokens) {
      for (const token of children ?? []) {
        const name = { link_open: 'href', image: 'src' }[token.type];
        if (name) {
          token.attrSet(name, follow(env.source, token.attrGet(name)));
        }
      }
    }
  });
};
