using Directives.Calendars;
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
        var today = Zone.Of(installation.Parts.Rules.Current(now).Zone).DateAt(now);
        return register.Roots.Any(root => register.DutyHolders(Duty.Office, root.Code, today).Any(o => o.Id == official)) ? Who.Office : Who.Nobody;
    }
}
