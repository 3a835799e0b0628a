import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAgentReader, deviceOf, isRobot } from './user-agent.ts';

const AGENTS = {
  desktop: [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15',
    'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
  ],
  mobile: [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0',
  ],
  tablet: [
    'Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1 Mobile/15E148 Safari/604.1',
    'Mozilla/5.0 (Linux; Android 13; SM-X200) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
    'Mozilla/5.0 (Android 14; Tablet; rv:127.0) Gecko/127.0 Firefox/127.0',
  ],
  other: ['Mozilla/5.0 (SMART-TV; Tizen 6.0) AppleWebKit/537.36 TV Safari/537.36', 'un navigateur'],
} as const;

test('devices are told by what browsers say', () => {
  for (const [device, agents] of Object.entries(AGENTS)) {
    for (const agent of agents) assert.equal(deviceOf(agent), device, agent);
  }
});

test('robots, programs and who says nothing are no visitors; browsers are', () => {
  const robots = [
    '',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'curl/8.5.0',
    'python-requests/2.32',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/126.0.0.0 Safari/537.36',
  ];
  for (const agent of robots) assert.ok(isRobot(agent), agent);
  for (const agent of [...AGENTS.desktop, ...AGENTS.mobile, ...AGENTS.tablet])
    assert.ok(!isRobot(agent), agent);
});

test('what is remembered is what was found', () => {
  const reader = createAgentReader();
  const [agent] = AGENTS.mobile;
  assert.deepEqual(reader.read(agent), { isRobot: false, device: 'mobile' });
  assert.equal(reader.read(agent), reader.read(agent));
});
