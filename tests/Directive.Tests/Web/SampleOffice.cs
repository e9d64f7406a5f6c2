using Directives.Access;
using Directives.Calendars;
using Directives.Cycles;
using Directives.Extensions;
using Directives.Language;
using Directives.Register;
using Directives.Reports;
using Directives.Web.Office;

namespace Directives.Tests.Web;

/// <summary>The office's pages in the middle of a cycle: some late, one held, a year without holidays.</summary>
internal sealed class SampleOffice : IOfficePages, IExtensionPages
{
    private static readonly (string Code, string Name, SeatCounts Counts)[] Areas =
    [
        ("540", "Thành phố Quy Nhơn", new(18, 1, 0, 2, 0)),
        ("542", "Huyện An Lão", new(9, 0, 0, 1, 0)),
        ("543", "Thị xã Hoài Nhơn", new(14, 2, 0, 1, 0)),
        ("544", "Huyện Hoài Ân", new(15, 0, 0, 0, 0)),
        ("545", "Huyện Phù Mỹ", new(17, 1, 0, 1, 0)),
        ("546", "Huyện Vĩnh Thạnh", new(8, 1, 0, 0, 0)),
        ("547", "Huyện Tây Sơn", new(14, 0, 0, 1, 0)),
        ("548", "Huyện Phù Cát", new(16, 1, 0, 1, 0)),
        ("549", "Thị xã An Nhơn", new(13, 1, 0, 1, 0)),
        ("550", "Huyện Tuy Phước", new(12, 0, 1, 0, 0)),
        ("551", "Huyện Vân Canh", new(6, 0, 0, 1, 0)),
    ];

    /// <summary>What was done, in order.</summary>
    public List<string> Acts { get; } = [];

    public HeldLetters? Held { get; set; } = new(new(2023, 4, 24), 412, 38);

    /// <summary>What the next act is refused with.</summary>
    public RoundRefusal? Refusal { get; set; }

    public ValueTask<OfficeView> OverviewAsync(CancellationToken cancel)
    {
        var closed = Row with
        {
            Id = "02-QD-TU.2023-03",
            From = new(2023, 2, 15),
            To = new(2023, 3, 14),
            State = CycleState.Closed,
            Counts = new(151, 14, 0, 0, 5),
        };
        return ValueTask.FromResult(new OfficeView([Row, closed], Held));
    }

    public ValueTask<CycleView?> CycleAsync(string cycle, string? area, CancellationToken cancel) =>
        ValueTask.FromResult(cycle == Row.Id ? View(area) : null);

    public ValueTask<ObligationView?> ObligationAsync(SeatPath path, CancellationToken cancel) =>
        ValueTask.FromResult(path == Late[0].Path ? Obligation() : null);

    public Task<RoundRefusal?> SendBackAsync(SeatPath path, PersonSession by, string reason, DateOnly due, CancellationToken cancel) =>
        DoAsync($"send-back {by.Official} {reason} {due:yyyy-MM-dd}");

    public Task<RoundRefusal?> ExtendAsync(SeatPath path, PersonSession by, string reason, DateOnly due, CancellationToken cancel) =>
        DoAsync($"extend {by.Official} {reason} {due:yyyy-MM-dd}");

    public Task<RoundRefusal?> RevokeAsync(SeatPath path, PersonSession by, string reason, CancellationToken cancel) =>
        DoAsync($"revoke {by.Official} {reason}");

    public ValueTask<ExtensionView?> ViewAsync(string cycle, string? done, CancellationToken cancel) => ValueTask.FromResult(cycle != Row.Id ? null : new ExtensionView
    {
        Cycle = Row,
        Places = [new("52", "Tỉnh Bình Định", 0, 12), .. Areas.Select(a => new ExtensionPlace(a.Code, a.Name, 1, a.Counts.Overdue))],
    });

    public Task<(RoundRefusal? Refusal, ExtensionPreview? Preview)> PreviewAsync(ExtensionRequest request, CancellationToken cancel) =>
        Task.FromResult<(RoundRefusal?, ExtensionPreview?)>(Refusal is { } why ? (why, null) : (null, new ExtensionPreview(12, 11, 14, 1, 158)));

    public Task<RoundRefusal?> ConfirmAsync(string id, ExtensionRequest request, PersonSession by, CancellationToken cancel) =>
        DoAsync($"extend {by.Official} {string.Join(' ', request.Places)} {request.Reason} {request.Due:yyyy-MM-dd}");

    public Task ReleaseLettersAsync(PersonSession by, CancellationToken cancel)
    {
        Held = null;
        return DoAsync($"release {by.Official}");
    }

    public static CycleRow Row { get; } = new(
        "02-QD-TU.2023-04", "02-QD/TU", Cadence.Month, new(2023, 3, 15), new(2023, 4, 14), CycleState.Open,
        Areas.Aggregate(SeatCounts.None, (sum, a) => sum + a.Counts));

    public static IReadOnlyList<SeatRow> Late { get; } =
    [
        Seat("540", "21553", "Phường Trần Quang Diệu", new("Phó Giám đốc Sở Xây dựng", "Deputy Head, Department of Construction"), 11, "after3"),
        Seat("545", "21775", "Xã Mỹ Thành", new("Giám đốc Sở Nông nghiệp và Phát triển nông thôn", "Head, Department of Agriculture and Rural Development"), 6, "after2"),
        Seat("549", "21907", "Phường Đập Đá", null, 6, "after2"),
        Seat("551", "21994", "Xã Canh Liên", new("Trưởng Ban Dân tộc tỉnh", "Head, Committee for Ethnic Minorities"), 3, "after1"),
    ];

    private static SeatRow Seat(string area, string code, string place, Bilingual? holder, int days, string rung) => new(
        new(Row.Id, area, 0, $"monitor.{code}"), place, SeatRole.Monitor, holder, SeatState.Overdue, new(2023, 4, 21), rung, days,
        holder is null ? LastLetter.None : new(LetterPlace.Sent, new(2023, 5, 8, 8, 0, 0)));

    private CycleView View(string? area) => new()
    {
        Cycle = Row,
        EditionFrom = new(2021, 4, 29),
        Dues = [new(SeatRole.InCharge, new(2023, 4, 21)), new(SeatRole.Monitor, new(2023, 4, 21))],
        Areas = [.. Areas.Select(a => new AreaRow(a.Code, a.Name, a.Counts))],
        Late = Late,
        YearsWithoutHolidays = [2027],
        Vacant = 1,
        Unreachable = [new("Chánh Thanh tra tỉnh", "Chief Inspector")],
        Held = Held,
        Area = Areas.FirstOrDefault(a => a.Code == area) is { Name: not null } found
            ? new AreaSeats(
                new(found.Code, found.Name, found.Counts),
                [Late[0] with { State = SeatState.OnTime, DaysLate = 0, Rung = "before2" }, Late[0]])
            : null,
    };

    private static ObligationView Obligation() => new()
    {
        Seat = Late[0],
        Cadence = Row.Cadence,
        From = Row.From,
        To = Row.To,
        FirstDue = new(2023, 4, 21),
        Round = 2,
        RoundReason = "Bổ sung phần đời sống và tâm trạng của Nhân dân.",
        History =
        [
            new(1, "before2", new(2023, 4, 14, 0, 0, 0), Late[0].Holder, new(LetterPlace.Sent, new(2023, 4, 14, 8, 0, 0))),
            new(2, "letter.returned.event", new(2023, 4, 20, 15, 2, 0), Late[0].Holder, new(LetterPlace.Sent, new(2023, 4, 20, 15, 2, 0))),
            new(2, "after2", new(2023, 5, 2, 0, 0, 0), new("Ủy viên Ban Thường vụ phụ trách thành phố Quy Nhơn", "Member in charge of Quy Nhơn"), new(LetterPlace.Waiting)),
            new(2, "after1", new(2023, 4, 25, 0, 0, 0), Late[0].Holder, LastLetter.None, "office.remark.skipped"),
        ],
        Versions = [new(1, SampleWorld.SampleReceipt(), SampleWorld.Content)],
        CanSendBack = true,
        CanExtend = true,
        CanRevoke = true,
    };

    private Task<RoundRefusal?> DoAsync(string act)
    {
        if (Refusal is null) Acts.Add(act);
        return Task.FromResult(Refusal);
    }
}
