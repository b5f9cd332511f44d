<#import "template.ftl" as layout>
<@layout.page title="Innloggingen tok for lang tid">
  <main class="sheet">
    <h1>Innloggingen tok for lang tid</h1>
    <p>Siden har stått åpen for lenge. Det gjør ingenting, du kan begynne på nytt.</p>
    <p lang="en" class="small">This page was open for too long. You can start again.</p>
    <p><a class="button" href="${url.loginRestartFlowUrl}">Begynn på nytt</a></p>
    <@layout.back/>
  </main>
</@layout.page>
