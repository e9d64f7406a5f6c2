using Directives.Attachments;

namespace Directives.Tests.Attachments;

/// <summary>The contract, kept by files in memory.</summary>
public sealed class MemoryFilesTests : FilesContract
{
    protected override Task<IFiles> OpenAsync() => Task.FromResult<IFiles>(new MemoryFiles());
}
