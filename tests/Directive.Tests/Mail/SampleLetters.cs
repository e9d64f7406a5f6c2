using Directives.Chasing;
using Directives.Mail;
using Directives.Seals;

namespace Directives.Tests.Mail;

/// <summary>A letter of every kind and rung, from fixed facts.</summary>
internal static class SampleLetters
{
    private const string MyChau = "21739";
    private const string Health = "21772";
    private const string HealthToo = "21952";
    private const string Reason = "Chưa nêu kết quả đối thoại với lãnh đạo xã và ý kiến của người dân thôn Vạn An về đường liên thôn.";
    private const string Storm = "Bão số 1 gây ngập, cầu qua sông La Tinh chưa đi lại được.";
    private static readonly string Checkpoint = CheckpointFile.Of(
        "52", new Checkpoint(new(2023, 5, 1), 417, new(2023, 4, 30, 17, 10, 0, TimeSpan.Zero), "p2vOe0S9gq3mZ1bXH7cKf4LwT8yNjR5uD6aEiVkQxs0")).Write();
    private static readonly DateOnly Moved = new(2023, 5, 31);
    private static readonly string[] Communes = ["21736", "21739", "21553", "21550", "21733", "21997", "22000"];

    /// <summary>Each by its name, in a language.</summary>
    public static readonly IReadOnlyDictionary<string, Func<LetterBench, string, LetterDraft>> All = new Dictionary<string, Func<LetterBench, string, LetterDraft>>(CaseLetters.All)
    {
        ["before2"] = Own("before2", 4, 28),
        ["before1"] = Own("before1", 5, 9),
        ["due"] = Own("due", 5, 10),
        ["after1"] = Own("after1", 5, 12),
        ["after2"] = Own("after2", 5, 17),
        ["after2-spared"] = (b, l) => b.Letter(l, b.Holder(MyChau).Id, LetterBench.Morning(2023, 5, 17), Spared(b.About(NoticeKind.Reminder, MyChau, "after2"))),
        ["after3"] = Own("after3", 5, 24),
        ["other-before"] = Own("week-before", 5, 5),
        ["other-after"] = Own("late", 5, 18),
        ["round2"] = (b, l) => b.Letter(l, b.Holder(MyChau).Id, LetterBench.Morning(2023, 6, 2), b.About(NoticeKind.Reminder, MyChau, "after1", round: 2, due: Moved)),
        ["quarter"] = (b, l) => b.Letter(l, b.Holder("551").Id, LetterBench.Morning(2023, 4, 6), b.About(NoticeKind.Reminder, "551", "before1", LetterBench.FirstQuarter)),
        ["swapped"] = (b, l) => b.Letter(l, b.Holder(MyChau).Id, LetterBench.Morning(2025, 5, 8), b.About(NoticeKind.Reminder, MyChau, "before1", LetterBench.Swapped)),
        ["own-two"] = (b, l) => b.Letter(
            l, b.Holder("546").Id, LetterBench.Morning(2023, 4, 11),
            b.About(NoticeKind.Reminder, "546", "after1", LetterBench.FirstQuarter), b.About(NoticeKind.Reminder, "551", "after1", LetterBench.FirstQuarter)),
        ["returned"] = (b, l) => b.Letter(
            l, b.Holder(MyChau).Id, LetterBench.Morning(2023, 5, 11), b.About(NoticeKind.Returned, MyChau, "returned", round: 2, due: Moved, words: Reason)),
        ["extended"] = (b, l) => b.Letter(
            l, b.Holder(MyChau).Id, LetterBench.Morning(2023, 5, 9), b.About(NoticeKind.Extended, MyChau, "extended", round: 2, due: Moved, words: Storm)),
        ["declined"] = (b, l) => b.Letter(
            l, b.Holder(MyChau).Id, LetterBench.Morning(2023, 5, 9), b.About(NoticeKind.ExtensionDeclined, MyChau, "extension-declined", words: "Hội nghị Ban Chấp hành họp trước ngày đó.")),
        ["receipt"] = (b, l) => b.Letter(
            l, b.Holder(MyChau).Id, LetterBench.Morning(2023, 5, 4), b.About(NoticeKind.Receipt, MyChau, "receipt", words: "02-QD-TU.2023-04/21739.monitor/1")),
        ["clerk-before"] = Prepared(NoticeKind.Clerk, "before2", 4, 28),
        ["clerk-due"] = Prepared(NoticeKind.Clerk, "due", 5, 10),
        ["clerk-after"] = Prepared(NoticeKind.Clerk, "after1", 5, 12),
        ["clerk-two"] = (b, l) => b.Letter(
            l, b.Clerk(Health).Id, LetterBench.Morning(2023, 5, 12), b.About(NoticeKind.Clerk, Health, "after1"), b.About(NoticeKind.Clerk, HealthToo, "after1")),
        ["clerk-returned"] = Prepared(NoticeKind.Returned, "returned", 5, 11, 2, Reason),
        ["clerk-extended"] = Prepared(NoticeKind.Extended, "extended", 5, 9, 2, Storm),
        ["clerk-receipt"] = Prepared(NoticeKind.Receipt, "receipt", 5, 4, words: "02-QD-TU.2023-04/21772.monitor/1"),
        ["named"] = Prepared(NoticeKind.Named, "named", 5, 4),
        ["ready"] = (b, l) => b.Letter(l, b.Holder(MyChau).Id, LetterBench.Morning(2023, 5, 8), b.About(NoticeKind.Ready, MyChau, "ready")),
        ["above-after2"] = (b, l) => b.Letter(l, b.Holder("545").Id, LetterBench.Morning(2023, 5, 17), b.About(NoticeKind.Escalation, MyChau, "after2")),
        ["office-after2"] = (b, l) => b.Letter(
            l, LetterBench.Office, LetterBench.Morning(2023, 4, 14), b.About(NoticeKind.Escalation, "551", "after2", LetterBench.FirstQuarter)),
        ["leader-after3"] = (b, l) => b.Letter(l, LetterBench.Head, LetterBench.Morning(2023, 5, 24), b.About(NoticeKind.Escalation, MyChau, "after3")),
        ["leader-other"] = (b, l) => b.Letter(l, LetterBench.Deputy, LetterBench.Morning(2023, 5, 18), b.About(NoticeKind.Escalation, MyChau, "late")),
        ["leader-many"] = (b, l) => b.Letter(l, LetterBench.Deputy, LetterBench.Morning(2023, 5, 24), Overdue(b)),
        ["leader-two-rungs"] = (b, l) => b.Letter(
            l, LetterBench.Deputy, LetterBench.Morning(2023, 5, 24),
            [.. Overdue(b), .. Overdue(b, Communes[..2], "after2", new(2023, 5, 17)), b.About(NoticeKind.Escalation, "551", "after3", LetterBench.FirstQuarter)]),
        ["mixed"] = (b, l) => b.Letter(
            l, b.Holder("545").Id, LetterBench.Morning(2023, 5, 17),
            [
                .. Overdue(b, Communes[..3], "after2"),
                b.About(NoticeKind.Receipt, "545", "receipt", LetterBench.FirstQuarter, words: "02-QD-TU.2023-Q1/545.in-charge/1"),
                b.About(NoticeKind.Extended, "545", "extended", LetterBench.FirstQuarter, 2, Moved, Storm),
                b.About(NoticeKind.Reminder, "545", "after1", LetterBench.FirstQuarter, 2, new(2023, 5, 15)),
            ]),
        ["tally"] = (b, l) => b.Letter(l, LetterBench.Deputy, LetterBench.Morning(2023, 4, 29), LetterBench.Whole(NoticeKind.Tally, LetterBench.March)),
        ["tally-office"] = (b, l) => b.Letter(l, LetterBench.Office, LetterBench.Morning(2023, 4, 29), LetterBench.Whole(NoticeKind.Tally, LetterBench.March)),
        ["telephone"] = (b, l) => b.Letter(
            l, LetterBench.Office, LetterBench.Morning(2023, 5, 17), b.About(NoticeKind.Telephone, MyChau, "after2", words: "address-unknown") with { LinkKey = null }),
        ["telephone-two"] = (b, l) => b.Letter(
            l, LetterBench.Office, LetterBench.Morning(2023, 5, 17),
            b.About(NoticeKind.Telephone, MyChau, "after2", words: "mailbox-full") with { LinkKey = null }, b.About(NoticeKind.Telephone, Health, "after2", words: "silenced") with { LinkKey = null }),
        ["sign-in"] = (b, l) => b.Letter(
            l, b.Holder(MyChau).Id, LetterBench.Morning(2023, 5, 4),
            LetterBench.Whole(NoticeKind.SignIn, "q7Jm2xVt0bWc4Yh8Ns5Lr1") with { LinkKey = "q7Jm2xVt0bWc4Yh8Ns5Lr1ZkT0cW9bX3vYq8Lm5Nr2Js7Hd4Pf6Ga1", Code = "4096 8192" }),
        ["checkpoint"] = (b, l) => b.Letter(l, LetterBench.Head, LetterBench.Morning(2023, 5, 4), LetterBench.Whole(NoticeKind.Checkpoint, "", Checkpoint)),
        ["desk-joins"] = (b, l) => b.Letter(l, LetterBench.Head, LetterBench.Morning(2023, 5, 4), DeskChanged("give 2023-06-01")),
        ["desk-leaves"] = (b, l) => b.Letter(l, LetterBench.Head, LetterBench.Morning(2023, 5, 4), DeskChanged("take 2023-06-01")),
        ["hand-over"] = (b, l) => b.Letter(
            l, b.Holder(Health).Id, LetterBench.Morning(2023, 5, 9), b.About(NoticeKind.HandOver, MyChau, "hand-over-20230509", round: 2, due: new(2023, 5, 16)) with { LinkKey = null }),
        ["vacancy"] = (b, l) => b.Letter(l, LetterBench.Head, LetterBench.Morning(2023, 5, 4), Vacancy(b, MyChau), Vacancy(b, Health)),
        ["stand-in"] = (b, l) => b.Letter(l, LetterBench.Deputy, LetterBench.Morning(2023, 5, 4), StandIn("2023-05-12")),
        ["stand-in-open"] = (b, l) => b.Letter(l, LetterBench.Deputy, LetterBench.Morning(2023, 5, 4), StandIn(null)),
        ["due-for-another"] = (b, l) => b.Letter(l, LetterBench.Deputy, LetterBench.Morning(2023, 5, 10), b.About(NoticeKind.Reminder, MyChau, "due")),
        ["asked"] = (b, l) => b.Letter(l, LetterBench.Office, LetterBench.Morning(2023, 5, 4), LetterBench.Whole(NoticeKind.Asked, "", "1240/159")),
    };

    /// <summary>Every one in both languages.</summary>
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var name in All.Keys)
            {
                cases.Add(name, "vi");
                cases.Add(name, "en");
            }

            return cases;
        }
    }

    private static DraftNotice DeskChanged(string words)
    {
        var item = LetterBench.Whole(NoticeKind.DeskChanged, "", words);
        return item with { Notice = item.Notice with { Owner = LetterBench.Deputy } };
    }

    private static DraftNotice Vacancy(LetterBench bench, string place)
    {
        var item = bench.About(NoticeKind.Vacancy, place, "vacant-20230401", due: new(2023, 4, 1));
        return item with { LinkKey = null, Notice = item.Notice with { Cycle = "register", Sheet = null } };
    }

    private static DraftNotice StandIn(string? to)
    {
        var item = LetterBench.Whole(NoticeKind.StandIn, "register", to);
        return item with { Notice = item.Notice with { Owner = LetterBench.Head, Due = new DateOnly(2023, 5, 2) } };
    }

    private static DraftNotice Spared(DraftNotice item) => item with { Notice = item.Notice with { Spared = true } };

    private static Func<LetterBench, string, LetterDraft> Own(string rung, int month, int day) => (b, l) =>
        b.Letter(l, b.Holder(MyChau).Id, LetterBench.Morning(2023, month, day), b.About(NoticeKind.Reminder, MyChau, rung));

    private static Func<LetterBench, string, LetterDraft> Prepared(NoticeKind kind, string rung, int month, int day, int round = 1, string? words = null) => (b, l) =>
        b.Letter(
            l, b.Clerk(Health).Id, LetterBench.Morning(2023, month, day),
            b.About(kind, Health, rung, round: round, due: round > 1 ? Moved : null, words: words));

    private static DraftNotice[] Overdue(LetterBench bench, string[]? places = null, string rung = "after3", DateOnly? due = null) =>
        [.. (places ?? Communes).Select(p => bench.About(NoticeKind.Escalation, p, rung, due: due))];
}
