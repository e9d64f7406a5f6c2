using Directives.Chasing;
using Directives.Mail;
using Directives.Recommendations;
using Directives.Tests.Chasing;

namespace Directives.Tests.Mail;

/// <summary>Letters about recommendations, from fixed facts (R5, R7).</summary>
internal static class CaseLetters
{
    private const string Place = "21739";
    private const string Leader = "leader-21739";
    private const string Id = "k3XvQ9mZ1bW7";
    private static readonly DateOnly Day = new(2023, 5, 12);
    private static readonly DateTimeOffset On = LetterBench.Morning(2023, 5, 12);

    /// <summary>Each by its name, in a language.</summary>
    public static readonly IReadOnlyDictionary<string, Func<LetterBench, string, LetterDraft>> All = new Dictionary<string, Func<LetterBench, string, LetterDraft>>
    {
        ["case-confirm"] = (b, l) => b.Letter(l, Leader, On, Owed(DutyKind.Confirmation, NoticeKind.CaseOwed, "begun", new(2023, 5, 19), PartyKind.LocalLeader)),
        ["case-spot"] = (b, l) => b.Letter(l, Leader, On, Owed(DutyKind.Objection, NoticeKind.CaseOwed, "begun", new(2023, 5, 26), PartyKind.LocalLeader)),
        ["case-look"] = (b, l) => b.Letter(l, LetterBench.Office, On, Owed(DutyKind.Look, NoticeKind.CaseOwed, "begun", Day, PartyKind.Office, urgent: true)),
        ["case-decision"] = (b, l) => b.Letter(l, "recorder", On, Owed(DutyKind.Decision, NoticeKind.CaseReminder, "due", Day, PartyKind.Committee)),
        ["case-result"] = (b, l) => b.Letter(l, b.Holder(Place).Id, On, Owed(DutyKind.Result, NoticeKind.CaseReminder, "before1", new(2023, 5, 15), PartyKind.Body)),
        ["case-answer"] = (b, l) => b.Letter(l, b.Holder(Place).Id, On, Owed(DutyKind.Answer, NoticeKind.CaseReminder, "after1", new(2023, 5, 10), PartyKind.Raiser)),
        ["case-overdue"] = (b, l) => b.Letter(
            l, LetterBench.Deputy, On, Owed(DutyKind.Decision, NoticeKind.CaseEscalation, "after2", new(2023, 5, 5), PartyKind.Committee, owner: "recorder")),
        ["case-not-heard"] = (b, l) => b.Letter(
            l, LetterBench.Office, On, Owed(DutyKind.Answer, NoticeKind.CaseEscalation, CaseChase.NotHeard, new(2023, 5, 19), PartyKind.Raiser, owner: b.Holder(Place).Id)),
        ["case-quiet"] = (b, l) => b.Letter(l, LetterBench.Deputy, On, Quiet()),
        ["case-two"] = (b, l) => b.Letter(
            l, b.Holder(Place).Id, On,
            Owed(DutyKind.Answer, NoticeKind.CaseReminder, "after1", new(2023, 5, 10), PartyKind.Raiser),
            Owed(DutyKind.Reply, NoticeKind.CaseOwed, "begun", new(2023, 5, 17), PartyKind.Raiser) with { Obligation = null }),
        ["case-and-report"] = (b, l) => b.Letter(
            l, b.Holder(Place).Id, On, b.About(NoticeKind.Reminder, Place, "after1"), Owed(DutyKind.Answer, NoticeKind.CaseOwed, "begun", new(2023, 5, 19), PartyKind.Raiser)),
    };

    private static DraftNotice Owed(DutyKind kind, NoticeKind notice, string rung, DateOnly due, PartyKind party, bool urgent = false, string? owner = null)
    {
        var duty = new CaseDuty($"{kind}", kind, new Party(party, Place), due, due, 4);
        var matter = new CaseMatter(duty, Place, CaseKind.Difficulty, new(2023, 4, 20), urgent, CaseRules.Sample.For(kind).Ladder, SmallProvince.Zone);
        var opens = party is PartyKind.Raiser or PartyKind.Body or PartyKind.LocalLeader ? $"q7Jm2xVt0bWc4Yh8Ns5Lr1Zk{kind}" : null;
        return new DraftNotice(About(notice, rung, duty) with { Owner = owner }, null, opens) { Case = new DutyLook(true, [], matter) };
    }

    private static DraftNotice Quiet() =>
        new(About(NoticeKind.CaseOwed, "begun", new CaseDuty("look", DutyKind.Look, Party.Office, Day, Day, 1)), null, null) { Case = new DutyLook(true, [], null) };

    private static Notice About(NoticeKind kind, string rung, CaseDuty duty) => new()
    {
        Kind = kind,
        Reader = "",
        Cycle = "",
        Case = Id,
        CaseDuty = duty.Id,
        Round = duty.Round,
        Rung = rung,
        Due = duty.Due,
        Decided = On,
    };
}
