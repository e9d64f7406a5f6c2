using Directives.Register;

namespace Directives.Access;

/// <summary>What a person may, from the register of the day.</summary>
public sealed class RegisterRoles(Installation installation) : IRoles
{
    /// <inheritdoc/>
    public async ValueTask<Who> OfAsync(string official, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        var now = installation.Parts.Clock.GetUtcNow();
        var today = installation.Parts.Rules.DayAt(now);
        var office = register.Roots.Any(root => register.DutyHolders(Duty.Office, root.Code, today).Any(o => o.Id == official));
        var inCharge = register.PostsOf(official, today).Any(p => register.Seat(p.Seat)?.Role == SeatRole.InCharge);
        return (office ? Who.Office : Who.Nobody) | (inCharge ? Who.InCharge : Who.Nobody);
    }
}
