using Directives.Register;

namespace Directives.Access;

/// <summary>What a person may, from the register of the day.</summary>
public sealed class RegisterRoles(Installation installation) : IRoles
{
    /// <inheritdoc/>
    public async ValueTask<Who> OfAsync(string official, CancellationToken cancel)
    {
        var register = await installation.Registers.GetAsync(cancel);
        if (register.Official(official) is null)
            return (await installation.Assistants.GetAsync(cancel)).Find(official) is null ? Who.Nobody : Who.Assistant;
        var today = Today();
        var may = Who.Nobody;
        foreach (var position in register.PositionsOf(official, today))
        {
            // What the whole authority asks for is held at its root; a place has its own leader.
            if (position.Duty == Duty.LocalLeader || register.Roots.Any(r => r.Code == position.Place)) may |= Roles.Of(position.Duty);
        }

        foreach (var post in register.PostsOf(official, today))
            may |= register.Seat(post.Seat)?.Role == SeatRole.InCharge ? Who.Official | Who.InCharge : Who.Official;
        foreach (var body in register.BodiesOf(official)) may |= body.Clerk == official ? Who.Agency | Who.Assistant : Who.Agency;
        return may;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> MayActForAsync(string official, string other, CancellationToken cancel) =>
        (await installation.Registers.GetAsync(cancel)).MayActFor(official, other, Today());

    private DateOnly Today() => installation.Parts.Rules.DayAt(installation.Parts.Clock.GetUtcNow());
}
