"""A play, week by week (6), and how a trajectory ends (7)."""

import math

import staff
from plan import Index, Provider
from weeks import Calendar, rounded

POSITIVE, ESCALATED, DROPPED_OUT, UNKNOWN = range(4)
CLOSE = 1e-9


class Play:
    """One arm in one world over one cohort. `case` is what `tests/second.rs` writes or `chance.py` draws."""

    def __init__(self, calendar, case):
        self.calendar, self.case = calendar, case
        self.weekly = {key: calendar.every_week(t) for key, t in case["values"].items()}
        self.values = {key: t["initial"] for key, t in case["values"].items()}
        self.index = Index(calendar, case["values"], self.values)
        self.providers = [
            Provider(n, said, calendar, self.index, case, self.values) for n, said in enumerate(case["providers"])
        ]
        push = self.weekly["campaign.push_per_year"]
        self.aware = staff.aware_from(calendar, self.values, push, case["practices"])
        self.people = [dict(p) for p in case["people"]]
        self.queue, self.positives, self.log, self.held = [], [], [], []
        self.happened, self.events = [], []  # (what, week, person): as it happened, and as it is booked
        self.bound = []
        for w in range(calendar.weeks):
            self.week(w)
        if case["replays"]:
            self.finish_replay()

    def week(self, w):
        self.hand_over(w)
        self.refer(w)
        self.leave(w)
        for p in self.providers:
            self.stand(p, w)
        held = sum(self.hold(p, w) for p in self.providers)
        held += self.start(w)
        self.held.append(held)
        self.close_week(w)

    def count(self, what, w, person):
        self.happened.append((what, w, person))
        self.events.append((what, w, person))

    # 6.1
    def hand_over(self, w):
        for p in self.providers:
            if w == 0 or not p.there[w - 1] or p.there[w]:
                continue
            kept = []
            for run in p.running:
                others = [q for q in self.providers if q is not p and q.there[w]]
                if others:
                    need = run["person"]["need"]
                    best = min(others, key=lambda q: (q.lacks(need), -q.hours[w], q.number))
                    best.running.append(run)
                else:
                    kept.append(run)
            p.running = kept

    # 6.2
    def refer(self, w):
        for person in (p for p in self.people if p["week"] == w):
            if person["practice"] is not None:
                if w < self.aware[person["practice"]]:
                    self.count("direct", w, person)
                    continue
                if self.case["replays"]:
                    continue
            if person["attracted"]:
                need = self.case["attracted_need"]
                if not any(p.there[w] and not p.lacks(need) for p in self.providers):
                    continue
            self.count("referred", w, person)
            self.queue.append(person)

    # 6.3
    def leave(self, w):
        for person in [p for p in self.queue if p["leaves"] == w]:
            self.queue.remove(person)
            self.count("recovered" if person["recovers"] else "left for care", w, person)

    # 6.4
    def stand(self, p, w):
        count = lambda kind: sum(1 for k, start, end in p.standing if k == kind and start <= w < end)
        own = p.available[w] * (1 - self.values["work.consultation_share"])
        own -= count("follow_up") * self.values["follow_up.hours_per_week"]
        own -= count("bridging") * self.values["bridging.hours_per_week"]
        p.own = max(0.0, own)
        p.free, p.carried, p.behind = p.own + p.carried, 0.0, False

    def conversation_hours(self, w):
        v = self.values
        indirect = v["work.indirect_hours_per_conversation"]
        relieved = indirect * v["work.admin_share_of_indirect"] * self.weekly["relief.admin_share"][w]
        return v["work.direct_hours_per_conversation"] / (1 - v["work.no_show_share"]) + indirect - relieved

    # 6.5
    def hold(self, p, w):
        h = self.conversation_hours(w)
        due = [run for run in p.running if run["due"] == w]
        if not p.there[w]:
            n = 0
        elif h * len(due) <= p.free + CLOSE:
            n = len(due)
        else:
            n = math.floor((p.free + CLOSE) / h)
        p.free = max(0.0, p.free - h * n)
        p.behind = n < len(due)
        for run in due[n:]:
            run["due"] = w + 1
        for run in due[:n]:
            run["left"] -= 1
            run["due"] = w + run["person"]["interval"]
            if run["left"] == 0:
                p.running.remove(run)
                self.end(run["person"], p, w)
        return n

    # 6.6
    def start(self, w):
        first = self.conversation_hours(w) + self.values["work.intake_extra_hours"]
        held = 0
        while True:
            chosen = None
            for person in sorted(self.queue, key=lambda q: not q["urgent"]):
                host = self.host(person["need"], first, w)
                if host:
                    chosen = (person, host)
                    break
            if not chosen:
                return held
            person, p = chosen
            self.queue.remove(person)
            p.free = max(0.0, p.free - first)
            held += 1
            self.count("started", w, person)
            cap = int(self.weekly["conversations.cap"][w])
            person["wait"], person["cut"] = w - person["week"], person["conversations"] > cap
            count = min(person["conversations"], cap)
            if count == 1:
                self.end(person, p, w)
            else:
                p.running.append({"person": person, "due": w + person["interval"], "left": count - 1})

    def host(self, need, hours, w):
        best = None
        for p in self.providers:
            if not (p.takes(need) and p.there[w] and hours <= p.free + CLOSE):
                continue
            if best is None or best.lacks(need) and not p.lacks(need):
                best = p
            elif best.lacks(need) == p.lacks(need) and p.free > best.free + CLOSE:
                best = p
        return best

    # 6.7
    def close_week(self, w):
        bound = False
        for p in self.providers:
            waits = p.start <= w and any(p.takes(q["need"]) for q in self.queue)
            bound = bound or waits
            lost = 0.0
            if waits or p.behind:
                p.carried = p.free
            else:
                lost = min(p.free, p.own)
            p.used[w] = p.available[w] - lost
        self.bound.append(bound)
        running = sum(len(p.running) for p in self.providers)
        hours = [sum(p.available[w] for p in self.providers), sum(p.used[w] for p in self.providers)]
        self.log.append((len(self.queue), running, *hours))

    # 7
    def end(self, person, p, w):
        outcome = person["registered"]
        if outcome is None:
            outcome = self.outcome(person, p)
        booked = w if person["registered"] is None else person["week"]
        self.happened.append((outcome, w, person))
        self.events.append((outcome, booked, person))
        if outcome == POSITIVE:
            self.positives.append((booked, person))
            if person["followed_up"]:
                p.standing.append(("follow_up", w + 1, w + 1 + rounded(self.values["follow_up.weeks"])))
        if outcome == ESCALATED and person["bridged"]:
            p.standing.append(("bridging", w + 1, w + 1 + rounded(self.values["bridging.weeks"])))

    def outcome(self, person, p):
        v = self.values
        positive, escalated, unknown = self.case["outcomes"]
        over = person["conversations"] > v["outcome.measured_at_cap"]
        bound = math.log(positive / (1 - positive))
        bound -= v["outcome.match_effect"] * (p.lacks(person["need"]) - (1 - v["outcome.measured_matched_share"]))
        bound -= v["outcome.wait_effect_per_week"] * (person["wait"] - v["outcome.measured_at_wait_weeks"])
        bound -= v["outcome.cap_effect"] * (person["cut"] - over)
        if person["logit_outcome"] < bound:
            return POSITIVE
        u, dropped = person["u_other_outcome"], v["outcome.dropout_share_of_unknown"]
        if u < escalated / (escalated + unknown):
            return ESCALATED
        return DROPPED_OUT if u < (escalated + unknown * dropped) / (escalated + unknown) else UNKNOWN

    # 9
    def finish_replay(self):
        after = self.calendar.weeks  # behind the last week
        for p in self.providers:
            for run in p.running:
                self.end(run["person"], p, after)
        for person in self.queue:
            self.end(person, self.providers[0], after)


def play(doc, case):
    """The play of a case, and its calendar."""
    calendar = Calendar(doc["first_monday"], doc["weeks"], doc["forecast_from"], doc["periods"])
    return Play(calendar, case)
