using Directives.Access;
using Directives.Web.Demo;

namespace Directives.Tests.Web;

/// <summary>The demonstration's pages with a few people and letters.</summary>
internal sealed class SampleDemo : IDemoPages
{
    private const string Html =
        "<!doctype html><html lang=\"vi\"><head><title>Báo cáo</title></head><body style=\"font:16px sans-serif\">"
        + "<p>Kính gửi: Giám đốc Sở Y tế</p><p>Báo cáo về Xã Hoài Sơn đến hạn ngày 21/04/2023.</p>"
        + "<p><a href=\"http://localhost:7071/l/q7Jm2xVt0bWc4Yh8Ns5Lr1Zk\">Nộp báo cáo</a></p><script>alert(1)</script></body></html>";

    private static readonly DemoPerson[] People =
    [
        new("office", new("Chánh Văn phòng Tỉnh ủy", "Chief of the Office"), DemoGroup.Office, [], 2),
        new("deputy", new("Phó Bí thư Thường trực Tỉnh ủy", "Standing Deputy Secretary"), DemoGroup.Office, [], 4),
        new(
            "member-1", new("Ủy viên Ban Thường vụ, Trưởng Ban Tổ chức Tỉnh ủy", "Member, Head of the Organisation Commission"),
            DemoGroup.InCharge, ["Huyện Hoài Ân", "Huyện An Lão"], 5),
        new("head-health", SampleWorld.Head, DemoGroup.Monitor, ["Xã Hoài Sơn"], 3),
        new(
            "local-21739", new("Bí thư Đảng ủy xã Hoài Sơn", "Secretary of the commune of Hoài Sơn"),
            DemoGroup.Local, ["Xã Hoài Sơn"], 0),
    ];

    private static readonly OutboxRow Row =
        new("head-health.000003", "head-health", SampleWorld.Head,
            "Báo cáo về Xã Hoài Sơn, kỳ tháng 04/2023: hạn nộp 21/04/2023", new(2023, 4, 14, 8, 0, 0));

    /// <summary>How the clock was moved.</summary>
    public List<DemoMove> Moves { get; } = [];

    public ValueTask<DemoView> PeopleAsync(string find, CancellationToken cancel)
    {
        var found = People.Where(p => p.Title.Vi.Contains(find, StringComparison.OrdinalIgnoreCase)).ToList();
        return ValueTask.FromResult(new DemoView(new(2023, 4, 17, 9, 30, 0), found, found.Count, find));
    }

    public ValueTask<PersonSession?> BecomeAsync(string official, CancellationToken cancel) =>
        ValueTask.FromResult(
            People.FirstOrDefault(p => p.Id == official) is { } person ? new PersonSession(person.Id, person.Title, "vi") { SecondFactor = true } : null);

    public Task<DemoMoved> MoveAsync(DemoMove move, CancellationToken cancel)
    {
        Moves.Add(move);
        return Task.FromResult(new DemoMoved(move != DemoMove.Rung, 3));
    }

    public ValueTask<OutboxView> OutboxAsync(string? reader, int page, CancellationToken cancel) =>
        ValueTask.FromResult(new OutboxView([Row, Row with { Id = "x" }], page, 4, reader, reader is null ? null : SampleWorld.Head));

    public ValueTask<LetterView?> LetterAsync(string id, CancellationToken cancel) => ValueTask.FromResult(
        id == Row.Id
            ? new LetterView(Row, "giam-doc.so-y-te@binhdinh.example", "Kính gửi: Giám đốc Sở Y tế\n\nBáo cáo về Xã Hoài Sơn …", Html)
            : null);

    public Task<bool> BounceAsync(string id, bool bounce, CancellationToken cancel) => Task.FromResult(id == Row.Id);
}
