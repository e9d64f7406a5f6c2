namespace Directives.Access;

/// <summary>What a person may, from the register as it stands; never from the request.</summary>
public interface IRoles
{
    /// <summary>All roles of an official or named assistant today; <see cref="Who.Nobody"/> for one unknown.</summary>
    ValueTask<Who> OfAsync(string official, CancellationToken cancel);

    /// <summary>Whether an official may act for another today, as a standing substitute.</summary>
    ValueTask<bool> MayActForAsync(string official, string other, CancellationToken cancel) => ValueTask.FromResult(false);
}
