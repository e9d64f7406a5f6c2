using Directives.Access;
using Directives.Calendars;
using Directives.Chasing;
using Directives.Mail.Deliveries;
using Directives.Web.Office;
using Directives.Web.Persons;

namespace Directives.Tests.Web;

/// <summary>The office's pages about people: one whom no letter reaches, one whose letters are stopped.</summary>
internal sealed class SamplePersons : IPersonPages
{
    public const string Lost = "head-health";

    private static readonly OpenDuty[] Open =
    [
        new(new SeatPath("02-QD-TU.2023-04", "544", 0, "monitor.21739"), "Xã Hoài Sơn", Cadence.Month, new(2023, 4, 14), new(2023, 4, 21), SeatState.Overdue, null, null, null),
        new(
            new SeatPath("02-QD-TU.2023-04", "540", 0, "monitor.21553"), "Phường Trần Phú", Cadence.Month, new(2023, 4, 14), new(2023, 4, 28), SeatState.Open,
            new(2023, 4, 26, 9, 15, 0), "Chánh Văn phòng Sở Y tế", "Sẽ nộp trong tuần"),
    ];

    /// <summary>What was done, in order.</summary>
    public List<string> Acts { get; } = [];

    public ValueTask<UnreachedView> UnreachedAsync(CancellationToken cancel) => ValueTask.FromResult(new UnreachedView(
    [
        new UnreachedPerson(Lost, SampleWorld.Head, "unreached.why.address-unknown", new(2023, 4, 14, 7, 2, 0), Open),
        new UnreachedPerson("member-1", new("Ủy viên Ban Thường vụ", "Member"), "unreached.why.silenced", new(2023, 4, 20, 8, 0, 0), []),
    ]));

    public ValueTask<PersonView?> PersonAsync(string official, CancellationToken cancel) => ValueTask.FromResult<PersonView?>(official == "none" ? null : new PersonView
    {
        Id = official,
        Title = SampleWorld.Head,
        Address = "giam-doc.so-y-te@binhdinh.example",
        Why = "unreached.why.address-unknown",
        Since = new(2023, 4, 14, 7, 2, 0),
        Silenced = official == "member-1" ? (SampleWorld.Head, "Đình chỉ công tác\ntừ ngày 20/4") : null,
        Open = Open,
        Letters =
        [
            new PersonLetter(new(2023, 4, 14, 7, 1, 0), "unreached.why.address-unknown", [("rung.before2", "Xã Hoài Sơn"), ("letter.returned.event", "Phường Trần Phú")]),
            new PersonLetter(new(2023, 3, 24, 7, 1, 0), "persons.letter.Sent", [("rung.after1", "Xã Hoài Sơn")]),
        ],
    });

    public Task<TelephoneRefusal?> TelephonedAsync(
        string official, IReadOnlyCollection<string> about, PersonSession by, string spokeTo, string note, CancellationToken cancel)
    {
        if (TelephoneDesk.Judge(spokeTo, note) is { } refusal) return Task.FromResult<TelephoneRefusal?>(refusal);
        Acts.Add($"{by.Official} told {official} of {string.Join(' ', about)}: {spokeTo}, {note}");
        return Task.FromResult<TelephoneRefusal?>(null);
    }

    public Task<SilenceRefusal?> SilenceAsync(string official, PersonSession by, string reason, CancellationToken cancel) => DoAsync("silence", official, by, reason);

    public Task<SilenceRefusal?> ResumeAsync(string official, PersonSession by, string reason, CancellationToken cancel) => DoAsync("resume", official, by, reason);

    private Task<SilenceRefusal?> DoAsync(string act, string official, PersonSession by, string reason)
    {
        if (reason.Length == 0) return Task.FromResult<SilenceRefusal?>(SilenceRefusal.NoReason);
        Acts.Add($"{act} {by.Official} {official} {reason}");
        return Task.FromResult<SilenceRefusal?>(null);
    }
}
