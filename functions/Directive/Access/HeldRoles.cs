using Microsoft.AspNetCore.Http;

namespace Directives.Access;

/// <summary>The roles of whoever asks, found out once for a request: its session, its admission and its page agree, and the next request asks anew.</summary>
public static class HeldRoles
{
    /// <summary>All roles of an official, whether or not they count in the session.</summary>
    public static async ValueTask<Who> OfAsync(HttpContext context, IRoles roles, string official)
    {
        if (context.Items.TryGetValue(typeof(HeldRoles), out var known) && known is Held held && held.Official == official) return held.Roles;
        var found = await roles.OfAsync(official, context.RequestAborted);
        context.Items[typeof(HeldRoles)] = new Held(official, found);
        return found;
    }

    /// <summary>The roles that count in a session: of the one acted for, without what needs a second factor that was not shown; and those that would if it were.</summary>
    public static async ValueTask<(Who Now, Who WithFactor)> CountingAsync(HttpContext context, IRoles roles, PersonSession person)
    {
        if (person.For is { } other && !await roles.MayActForAsync(person.Official, other, context.RequestAborted)) return (Who.Nobody, Who.Nobody);
        var held = await OfAsync(context, roles, person.Whom);
        return (Roles.Counting(held, person.SecondFactor, person.For is not null), Roles.Counting(held, true, person.For is not null));
    }

    private sealed record Held(string Official, Who Roles);
}
