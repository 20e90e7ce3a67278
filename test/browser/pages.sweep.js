import { brotliCompressSync, constants } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoCast } from '../../src/demo/cast.ts';
import { crawl } from '../crawl.ts';
import { mountedRoutes } from '../routes.ts';
import { signedIn, browser as visit } from '../world.ts';
import { openHouse } from './house.ts';
const WHO = ['Samira el Amrani', 'Marleen Visser', 'Ans de Boer', 'Willem Prins', 'Ilse van Rooij', 'Tom Dekker'];
const LISTS = /^\/(facturen|bonnen|bestedingen|leden|bank|grootboek|toegang|opgaven|maand|toestemmingen|onderdelen)/;
let house;
const pagesOf = new Map();
const html = new Map();
beforeAll(async () => {
    house = await openHouse();
    const routes = mountedRoutes(house.world.app);
    const cast = (await demoCast(house.world.world)).flatMap((company) => company.people);
    const collect = async (who, browser, start) => {
        const { pages } = await crawl(browser, routes, [start], { each: 1 });
        const found = pages.filter((page) => page.html !== '' && page.status === 200);
        pagesOf.set(who, found.map((page) => page.path));
        for (const page of found)
            html.set(`${who} ${page.path}`, page.html);
    };
    await collect('a visitor', visit(house.world), '/');
    for (const name of WHO) {
        const person = cast.find((each) => each.name === name)?.person;
        if (person)
            await collect(name, await signedIn(house.world, person), '/start');
    }
}, 300_000);
afterAll(() => house.close());
async function everyPage(who, options, look) {
    const { page, context } = who === 'a visitor' ? await house.visitor(options) : await house.as(who, options);
    const faults = [];
    const paths = pagesOf.get(who) ?? [];
    expect(paths.length, who).toBeGreaterThan(2);
    for (const path of paths) {
        await page.goto(path, { waitUntil: 'load' });
        const fault = await look(page, path);
        if (fault)
            faults.push(`${path}: ${fault}`);
    }
    await context.close();
    return faults;
}
async function axe(page) {
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    return violations.length === 0
        ? null
        : violations
            .map((each) => `${each.id} at ${each.nodes
            .map((node) => node.target.join(' '))
            .slice(0, 2)
            .join(', ')}`)
            .join('; ');
}
describe.each(['a visitor', ...WHO])('every page that %s sees', (who) => {
    test('has nothing that axe finds, on a phone in light', async () => {
        expect(await everyPage(who, { viewport: { width: 360, height: 760 }, colorScheme: 'light' }, axe)).toEqual([]);
    }, 300_000);
    test('has nothing that axe finds, on a laptop in the dark', async () => {
        expect(await everyPage(who, { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }, axe)).toEqual([]);
    }, 300_000);
    test('never scrolls sideways at 320 pixels', async () => {
        const wide = async (page) => {
            const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
            return over > 0 ? `${over} pixels too wide` : null;
        };
        expect(await everyPage(who, { viewport: { width: 320, height: 700 } }, wide)).toEqual([]);
    }, 120_000);
});
describe('bytes', () => {
    const squeezed = (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
    test('no page is above its measure', () => {
        const heavy = [...html].flatMap(([name, text]) => {
            const path = name.slice(name.indexOf(' /') + 1);
            const limit = LISTS.test(path) ? 30_000 : 14_600;
            const bytes = squeezed(text);
            return bytes > limit ? [`${name}: ${bytes}`] : [];
        });
        expect(html.size).toBeGreaterThan(40);
        expect(heavy).toEqual([]);
    });
    test('a first visit takes at most seventy kilobytes in at most six requests', async () => {
        const { page, context } = await house.visitor();
        let bytes = 0;
        let requests = 0;
        page.on('response', async (response) => {
            requests += 1;
            bytes +=
                (await response.body().catch(() => Buffer.alloc(0))).length === 0 ? 0 : Number(response.headers()['content-length'] ?? squeezed(await response.text()));
        });
        await page.goto('/', { waitUntil: 'networkidle' });
        await context.close();
        expect(requests).toBeLessThanOrEqual(6);
        expect(bytes).toBeLessThanOrEqual(70_000);
    });
});
