using Directives.Access;
using Directives.Reports;
using Directives.Web.Below;
using Directives.Web.Office;

namespace Directives.Tests.Web;

/// <summary>What those in charge of a place see, and those who ask for more time.</summary>
internal sealed class SampleBelow(SampleWorld world) : IBelowPages, IExtensionPages
{
    /// <summary>What was asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>What the next request is refused with.</summary>
    public RoundRefusal? Refusal { get; set; }

    public ValueTask<BelowView> ListAsync(PersonSession reader, CancellationToken cancel)
    {
        var late = SampleOffice.Late[0];
        return ValueTask.FromResult(new BelowView(
            ["Thành phố Quy Nhơn"],
            [
                new(SampleOffice.Row.Cadence, SampleOffice.Row.From, SampleOffice.Row.To, new(0, 0, 0, 1, 0),
                    [new(BelowEndpoints.Address(late.Path), late.Place, late.Holder, late.State, late.Due)]),
            ]));
    }

    public ValueTask<BelowReport?> ReportAsync(PersonSession reader, SeatPath path, CancellationToken cancel)
    {
        var late = SampleOffice.Late[0];
        return ValueTask.FromResult(path == late.Path
            ? new BelowReport(
                late.Place, late.Role, SampleWorld.Head, SampleOffice.Row.Cadence, SampleOffice.Row.From, SampleOffice.Row.To, late.State, late.Due, 1,
                SampleWorld.SampleReceipt().Received, SampleWorld.Content)
            : null);
    }

    public async ValueTask<ExtensionLook> LookAsync(LinkSession session, CancellationToken cancel) => new(await world.LookAsync(session, cancel));

    public Task<RoundRefusal?> AskAsync(LinkSession session, string reason, DateOnly wished, CancellationToken cancel)
    {
        if (Refusal is null) Asked.Add($"{reason} {wished:yyyy-MM-dd}");
        return Task.FromResult(Refusal);
    }
}
