import { serve } from '@hono/node-server';
import { chromium } from 'playwright-core';
import { day } from '#kit/day.ts';
import { demoCast } from '../../src/demo/cast.ts';
import { playYear } from '../../src/demo/year.ts';
import { itIs, testWorld } from '../world.ts';
export async function openHouse() {
    const world = await testWorld();
    await playYear(world.world.database, day('2026-11-24'));
    itIs(world, '2026-11-24');
    const server = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' });
    await new Promise((resolve) => server.once('listening', () => resolve()));
    const base = `http://localhost:${server.address().port}`;
    const browser = await chromium.launch({
        executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
        args: [
            '--no-sandbox',
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
        ],
    });
    const cast = (await demoCast(world.world)).flatMap((company) => company.people);
    const visitor = async (options = {}) => {
        const context = await browser.newContext({ baseURL: base, locale: 'nl-NL', ...options });
        context.setDefaultTimeout(15_000);
        return { context, page: await context.newPage() };
    };
    return {
        world,
        base,
        visitor,
        as: async (name, options) => {
            const person = cast.find((each) => each.name === name)?.person;
            if (!person)
                throw new Error(`nobody is called ${name}`);
            const { context, page } = await visitor(options);
            await page.goto('/inloggen');
            await page.locator(`[formaction="/demo/als/${person}"], form[action="/demo/als/${person}"] button`).first().click();
            await page.waitForURL((url) => !url.pathname.startsWith('/inloggen') && !url.pathname.startsWith('/demo'));
            return { context, page };
        },
        close: async () => {
            await browser.close();
            await new Promise((resolve) => server.close(() => resolve()));
        },
    };
}
