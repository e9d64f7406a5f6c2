namespace Directives.Access;

/// <summary>What a person may, from the register as it stands; never from the request.</summary>
public interface IRoles
{
    /// <summary>All roles of an official or named assistant today; <see cref="Who.Nobody"/> for one unknown.</summary>
    ValueTask<Who> OfAsync(string official, CancellationToken cancel);

    /// <summary>Whether an official may act for another today, as a standing substitute.</summary>
    ValueTask<bool> MayActForAsync(string official, string other, CancellationToken cancel) => ValueTask.FromResult(false);

    /// <summary>The roles that count in a session: of the one acted for, without what needs a second factor that was not shown.</summary>
    async ValueTask<Who> OfAsync(PersonSession person, CancellationToken cancel) =>
        person.For is { } other && !await MayActForAsync(person.Official, other, cancel) ? Who.Nobody
        : Roles.Counting(await OfAsync(person.Whom, cancel), person.SecondFactor, person.For is not null);
}
