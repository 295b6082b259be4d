// Makes one HTML page of each Markdown page of the repository. The pages keep their places, so that README.md becomes index.html, docs/recipes.md becomes
// docs/recipes.html, and pictures and links stay relative: the site works at any address, and from a disk.
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import highlight from '@11ty/eleventy-plugin-syntaxhighlight';
import { slug } from 'github-slugger';
import anchor from 'markdown-it-anchor';
import links from './links.js';

const { SITE_ROOT: root, SITE_FOLDER: output, SITE_REPOSITORY: repository, SITE_VERSION: version } = process.env;
const { SITE_URL: url, SITE_DESCRIPTION: description } = process.env;

const filesOf = (folder) => readdirSync(path.join(root, folder), { recursive: true })
  .map((name) => path.posix.join(folder, name.replaceAll('\\', '/')));
const docs = filesOf('docs');
const sources = [...readdirSync(root), ...docs].filter((name) => name.endsWith('.md'));
const pictures = docs.filter((name) => /\.(png|svg)$/.test(name));
const pages = new Map(sources.map((source) => [source, source.replace(/README\.md$/, 'index.md').replace(/\.md$/, '.html')]));

const titleOf = (text) => text.match(/^# (.*)$/m)[1].replace(/[`*]/g, '');

/** The entries of the navigation: a page, and its name there. */
const navigation = [
  ['index.html', 'Start'],
  ['docs/getting-started.html', 'First game'],
  ['docs/recipes.html', 'Recipes'],
  ['docs/platforms.html', 'Platforms'],
  ['apidocs/index.html', 'API'],
  ['try/index.html', 'Try it'],
].map(([page, name]) => ({ page, name }));

/** The headings of the second level, for "On this page". */
const sectionsOf = (html) => [...html.matchAll(/<h2 id="([^"]*)"[^>]*>(.*?)<\/h2>/g)]
  .map(([, id, heading]) => ({ id, heading: heading.replace(/<a class="anchor".*?<\/a>/, '').trim() }));

/** The Javadoc of JDK 17 has no dark colours. Light and dark are exchanged, and the hues stay. */
const darkenJavadoc = () => {
  const file = path.join(output, 'apidocs/stylesheet.css');
  const style = existsSync(file) ? readFileSync(file, 'utf8') : 'dark';
  if (!style.includes('dark')) {
    writeFileSync(file, `${style}
@media (prefers-color-scheme: dark) {
  html {
    background: #ffffff;
    filter: invert(0.92) hue-rotate(180deg);
  }
}
`);
  }
};

export default (config) => {
  config.addPlugin(highlight);
  config.amendLibrary('md', (md) => {
    md.set({ linkify: true });
    md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
    md.enable('code');
    md.use(anchor, {
      slugify: slug, // the anchors that GitHub gives to headings
      permalink: anchor.permalink.linkInsideHeader({ class: 'anchor', symbol: '#', space: false, ariaHidden: true }),
    });
    md.use(links, { root, pages, pictures, repository, branch: version.endsWith('-SNAPSHOT') ? 'main' : `v${version}` });
    md.renderer.rules.table_open = () => '<div class="table"><table>\n';
    md.renderer.rules.table_close = () => '</table></div>\n';
  });
  config.addFilter('sections', sectionsOf);
  config.addGlobalData('site', { description, navigation, repository, url, version });
  for (const [source, page] of pages) {
    const text = readFileSync(path.join(root, source), 'utf8');
    const top = path.posix.relative(path.posix.dirname(page), '.');
    config.addTemplate(source, text, {
      layout: 'page.njk', permalink: page, source, title: titleOf(text), top: top === '' ? '' : `${top}/`,
    });
  }
  config.on('eleventy.after', () => {
    for (const picture of pictures) {
      mkdirSync(path.join(output, path.dirname(picture)), { recursive: true });
      copyFileSync(path.join(root, picture), path.join(output, picture));
    }
    copyFileSync(path.join(root, 'web-demo/page/src/main/resources/page/icon.svg'), path.join(output, 'icon.svg'));
    copyFileSync('style.css', path.join(output, 'style.css'));
    darkenJavadoc();
  });
  return {
    dir: { input: '.', includes: 'layouts', layouts: 'layouts', output },
    markdownTemplateEngine: false, // a page may contain braces
    templateFormats: ['md'],
  };
};
