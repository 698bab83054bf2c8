"""The queue in NumPy: all replications of a block at once, week by week."""

import numpy

from queue_stated import AVOIDED, COST_MU, COST_SIGMA, NEEDED, NEEDED_LAW, NORM, POSITIVE, RATE, SLOTS, WEEKS

# Replications that are worked at together: enough to hide what a call costs, few enough for the cache.
BLOCK = 1000
LONGEST = len(NEEDED)
CUMULATED = numpy.cumsum(NEEDED_LAW)


def block(count, luck):
    """A row per replication."""
    referred_by_week = luck.poisson(RATE, (count, WEEKS))
    reached = referred_by_week.cumsum(axis=1)
    referred = reached[:, -1]
    most = referred.max()
    # Young people in order of arrival; those of no replication are drawn too and never start.
    needed = numpy.searchsorted(CUMULATED[:-1], luck.random((count, most)), side="right").astype(numpy.int32) + 1
    came = numpy.full((count, most), WEEKS, dtype=numpy.int32)
    came[numpy.arange(most) < referred[:, None]] = numpy.repeat(numpy.tile(numpy.arange(WEEKS, dtype=numpy.int32), count), referred_by_week.ravel())
    begun = numpy.full((count, most), WEEKS, dtype=numpy.int32)

    rows = numpy.arange(count)
    started = numpy.zeros(count, dtype=numpy.int64)
    running = numpy.zeros(count, dtype=numpy.int64)
    ending = numpy.zeros((WEEKS + LONGEST, count), dtype=numpy.int64)
    for week in range(WEEKS):
        running -= ending[week]
        now = numpy.minimum(SLOTS - running, reached[:, week] - started)
        who = numpy.repeat(rows, now)
        place = numpy.arange(len(who)) - numpy.repeat(now.cumsum() - now, now) + started[who]
        begun[who, place] = week
        ends = (needed[who, place] - 1) * count + who
        ending[week + 1 : week + 1 + LONGEST] += numpy.bincount(ends, minlength=LONGEST * count).reshape(LONGEST, count)
        running += now
        started += now

    there = begun < WEEKS
    wait = begun - came
    held = numpy.where(there, numpy.minimum(needed, WEEKS - begun), 0).sum(axis=1)
    closed = there & (begun + needed <= WEEKS)
    positive = closed & (luck.random((count, most)) < POSITIVE)
    avoids = positive & (luck.random((count, most)) < AVOIDED)
    cost = numpy.zeros((count, most))
    cost[avoids] = luck.lognormal(COST_MU, COST_SIGMA, numpy.count_nonzero(avoids))
    return numpy.column_stack([
        referred, started, positive.sum(axis=1), numpy.where(there, wait, 0).sum(axis=1) / started,
        (there & (wait <= NORM)).sum(axis=1) / started, held, referred - started, cost.sum(axis=1),
    ])


def simulate(replications, seed):
    """So many replications, a row each."""
    luck = numpy.random.default_rng(seed)
    blocks = [min(BLOCK, replications - done) for done in range(0, replications, BLOCK)]
    return numpy.concatenate([block(count, luck) for count in blocks])
