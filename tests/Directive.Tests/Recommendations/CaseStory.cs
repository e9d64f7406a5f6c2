using Directives.Calendars;
using Directives.Recommendations;
using Directives.Register;

namespace Directives.Tests.Recommendations;

/// <summary>One case as it goes, a day at a time; begins on Monday 8 May 2023.</summary>
internal sealed class CaseStory
{
    public static readonly DateOnly Begin = new(2023, 5, 8);
    public static readonly RegisterSnapshot Register = RegisterSnapshot.Build(new RegisterContent(
        [new Place("1", "Tỉnh", "Tỉnh", "province", null, Begin)],
        [.. new[] { "health", "roads", "land", "schools" }.Select(b => new Body(b, b, b, "agency", "1"))],
        [], [], [], []));

    private static readonly Zone Zone = Zone.Of("Asia/Ho_Chi_Minh");
    private readonly WorkCalendar _calendar = HolidayFile.Vietnam;
    private readonly List<CaseEvent> _events = [];


    public CaseStory(bool urgent = false, string? spot = null) => Add(new Raised
    {
        Kind = CaseKind.Difficulty,
        Text = "Đường vào thôn bị sạt lở.",
        Place = "111",
        Seat = "111.monitor",
        Urgent = urgent ? "Mùa mưa đã đến." : null,
        SpotAnswer = spot,
    });

    public DateOnly Today { get; private set; } = Begin;

    public IReadOnlyList<CaseEvent> Events => _events;

    public CaseState State => Path.Of(_events);

    public CasePath Path => new(CaseRules.Sample, _calendar, Zone);

    public static Assignment Task(string id = "a1", string lead = "roads", DateOnly? due = null, params string[] cooperating) =>
        new(id, lead, cooperating, "Sửa đường.", due ?? new DateOnly(2023, 6, 30));

    public CaseStory On(int month, int day)
    {
        Today = new DateOnly(2023, month, day);
        return this;
    }

    /// <summary>Takes a step that must be admitted.</summary>
    public CaseStory Then(CaseEvent step)
    {
        Assert.Null(Try(step));
        return this;
    }

    /// <summary>Takes a step if it is admitted.</summary>
    public CaseRefusal? Try(CaseEvent step)
    {
        var refused = new CaseGuard(_calendar, Register, Today).Refuses(State, Dated(step));
        if (refused is null) Add(step);
        return refused;
    }

    public CaseStory Decided(DecisionOutcome outcome = DecisionOutcome.Agree, string? reason = null, DateOnly? to = null, params Assignment[] assignments) =>
        Then(Decision(outcome, reason, to, assignments));

    public static Decided Decision(DecisionOutcome outcome = DecisionOutcome.Agree, string? reason = null, DateOnly? to = null, params Assignment[] assignments) => new()
    {
        Decision = "KL-1",
        Outcome = outcome,
        Internal = "Nội bộ.",
        ForPlace = "Cho địa bàn.",
        Reason = reason,
        PutOffTo = to,
        Assignments = assignments,
    };

    public CaseStory Said(PlaceVerdict verdict, string? because = "Vẫn còn sạt lở.") =>
        Then(new Confirmed { Verdict = verdict, Because = because });

    public CaseStory AnsweredToday() =>
        Then(new Answered { On = Today, How = "họp dân", ToWhom = "Bí thư xã", Words = "Đã sửa." });

    public CaseStory ToCommittee() => Then(new SentToCommittee());

    /// <summary>What is owed, as "id party due round".</summary>
    public string[] Owed => [.. State.Duties.Select(d => $"{d.Id} {d.Party.Kind}{(d.Party.Code.Length > 0 ? ":" + d.Party.Code : "")} {d.Due:MM-dd} {d.Round}")];

    private void Add(CaseEvent step) => _events.Add(Dated(step));

    private CaseEvent Dated(CaseEvent step) => step with { Number = _events.Count + 1, At = Zone.At(Today, new TimeOnly(9, 0)) };
}
